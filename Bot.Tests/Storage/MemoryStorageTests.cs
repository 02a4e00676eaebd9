using Microsoft.Bot.Builder;

namespace CoachBot.Tests.Storage;

/// <summary>The Bot Framework's own storage, in memory, does the same.</summary>
public sealed class MemoryStorageTests : StorageSuite
{
    protected override IStorage Storage { get; } = new MemoryStorage();
}
