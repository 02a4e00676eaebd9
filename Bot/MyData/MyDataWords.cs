namespace CoachBot.MyData;

/// <summary>The phrases about a person's own data, by key.</summary>
public static class MyDataWords
{
    public const string Begins = "my-data.begins";
    public const string NoDebriefs = "my-data.debriefs.none";
    public const string OneDebrief = "my-data.debriefs.one";
    public const string Debriefs = "my-data.debriefs.many";
    public const string Open = "my-data.open";
    public const string OpenNameless = "my-data.open-nameless";
    public const string Customers = "my-data.customers";
    public const string Promises = "my-data.promises";
    public const string SealedPromises = "my-data.sealed-promises";
    public const string FollowUps = "my-data.follow-ups";
    public const string LastHere = "my-data.last-here";
    public const string Hours = "my-data.hours";
    public const string KeepsWords = "my-data.keeps.words";
    public const string KeepsRecords = "my-data.keeps.records";
    public const string KeepsPerson = "my-data.keeps.person";
    public const string KeepsPromises = "my-data.keeps.promises";
    public const string Ways = "my-data.ways";
    public const string More = "my-data.more";
    public const string Today = "my-data.today";
    public const string Days = "my-data.days";
    public const string OneYear = "my-data.one-year";
    public const string Years = "my-data.years";
    public const string Export = "my-data.export.here";
    public const string ExportButton = "my-data.export.button";
    public const string ExportNoAddress = "my-data.export.no-address";
    public const string PageTitle = "my-data.page.title";
    public const string PageIntro = "my-data.page.intro";
    public const string PageAll = "my-data.page.all";
    public const string PageDebriefs = "my-data.page.debriefs";
    public const string PageCustomers = "my-data.page.customers";
    public const string PagePromises = "my-data.page.promises";
    public const string PageFollowUps = "my-data.page.follow-ups";
    public const string PageOver = "my-data.page.over";
    public const string AskedForQuiet = "my-data.table.asked-for-no-contact";
    public const string MayHaveAskedForQuiet = "my-data.table.may-have-asked";
    public const string DeleteAsk = "my-data.delete.ask";
    public const string DeleteWord = "my-data.delete.word";
    public const string DeleteNot = "my-data.delete.not";
    public const string Deleted = "my-data.delete.done";
}
