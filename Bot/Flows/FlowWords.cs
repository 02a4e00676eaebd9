namespace CoachBot.Flows;

/// <summary>The phrases that the shapes of a flow need beside the flow's own words.</summary>
public static class FlowWords
{
    public const string FormTitle = "flows.form.title";
    public const string FormIntro = "flows.form.intro";
    public const string FormDone = "flows.form.done";
    public const string FormGuided = "flows.form.guided";
    public const string FormPick = "flows.form.pick";
    public const string CuesOpenedUp = "flows.cues.opened-up";
    public const string CuesHeldSteady = "flows.cues.held-steady";
    public const string CuesWithdrew = "flows.cues.withdrew";
    public const string CuesGotIrritated = "flows.cues.got-irritated";
    public const string CuesDone = "flows.cues.done";
    public const string CuesNone = "flows.cues.ticked-none";
}
