using CoachBot.Content;

namespace CoachBot.FollowUps.Names;

/// <summary>Tells whether two aliases, as reps typed them, name the same customer. Never throws, whatever is typed; what comes after 200 characters does not count.</summary>
public sealed class CustomerNames
{
    private readonly NameTitles _titles;
    private readonly NonNames _nobody;
    private readonly ShortNames _shorts;

    private CustomerNames(ContentFolder folder, Mistakes mistakes)
    {
        _titles = NameTitles.Read(folder, mistakes);
        _nobody = NonNames.Read(folder, _titles, mistakes);
        _shorts = ShortNames.Read(folder, mistakes);
    }

    /// <summary>The lists of Prompts/names/, checked.</summary>
    public static CustomerNames Read(ContentFolder folder, Mistakes mistakes) => new(folder, mistakes);

    /// <summary>The normal form by which an alias is stored and compared, at most 200 characters; the key of a key is the key itself. Empty for a blank.</summary>
    public string KeyOf(string? alias) => string.Join(' ', Folded(alias));

    /// <summary>Whether two aliases, or their keys, name the same customer; which of them comes first makes no difference.</summary>
    public NameMatch Compare(string? alias, string? other) => Compare(Name(alias), Name(other));

    /// <summary>Compares one alias with many, in their order; about two microseconds for each.</summary>
    public IReadOnlyList<NameMatch> CompareAll(string? alias, IEnumerable<string?> others)
    {
        var name = Name(alias);
        return [.. others.Select(other => Compare(name, Name(other)))];
    }

    private NameMatch Compare(CustomerName one, CustomerName two) =>
        one.IsNobody || two.IsNobody ? NameMatch.Nobody
        : one.Key == two.Key ? NameMatch.Same
        : NameLikeness.MayBe(one, two, _shorts) ? NameMatch.MayBe
        : NameMatch.Other;

    private CustomerName Name(string? alias)
    {
        var words = Folded(alias);
        return new CustomerName(string.Join(' ', words), _nobody.Is(words), [.. _titles.WithoutSmallWords(words).Select(_shorts.Word)]);
    }

    private List<string> Folded(string? alias) => _titles.Dropped(NameFolding.Words(alias));
}
