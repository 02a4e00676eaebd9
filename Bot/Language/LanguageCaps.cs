using Microsoft.Extensions.Options;

namespace CoachBot.Language;

/// <summary>Counts how often the model is asked for a person and for a tenant since midnight (UTC), in this process.</summary>
public sealed class LanguageCaps(IOptions<LanguageOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LanguageCaller, int> _byPerson = [];
    private readonly Dictionary<string, int> _byTenant = [];
    private DateOnly _day;

    /// <summary>Takes one from the day's allowance; false if it is used up.</summary>
    public bool Take(LanguageCaller caller)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_lock)
        {
            if (today != _day)
                BeginDay(today);
            var (person, tenant) = (_byPerson.GetValueOrDefault(caller), _byTenant.GetValueOrDefault(caller.Tenant));
            if (person >= options.Value.PersonADay || tenant >= options.Value.TenantADay)
                return false;
            (_byPerson[caller], _byTenant[caller.Tenant]) = (person + 1, tenant + 1);
            return true;
        }
    }

    private void BeginDay(DateOnly day)
    {
        _day = day;
        _byPerson.Clear();
        _byTenant.Clear();
    }
}
