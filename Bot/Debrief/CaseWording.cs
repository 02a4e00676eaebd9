using CoachBot.Language;
using CoachBot.Scripts;

namespace CoachBot.Debrief;

/// <summary>Which words a case shows: the wording that a language model made for it, or one of the written ones, in the order in which they are asked for.</summary>
public sealed class CaseWording(CaseScripts scripts, ScriptWording wording)
{
    /// <summary>Whether there is a model that has not been asked to word the script for the case as it stands.</summary>
    public bool IsWanted(DebriefCase no)
    {
        return wording.IsConfigured && scripts.RequestFor(no) is var request && ScriptGuard.MayBeWorded(request.Step) && Kept(no, request) is null;
    }

    /// <summary>Asks the model, once for the case as it stands; an accepted wording is shown first.</summary>
    public async Task SeekAsync(DebriefCase no, LanguageCaller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(no);
        var request = scripts.RequestFor(no);
        var answer = await wording.AskAsync(request, caller, cancellationToken);
        if (answer.WasAsked)
            no.Worded.Add(new OwnWords(wording.FingerprintOf(request), answer.Lines));
        (no.ShowsOwnWords, no.Tone) = (answer.Lines is not null, answer.Lines is null ? no.Tone : Tone.Base);
    }

    /// <summary>The words that the case shows at present.</summary>
    public Script Shown(DebriefCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        var ways = scripts.Ways(no);
        return (no.ShowsOwnWords ? OwnOf(no) : null) ?? ways[no.Wording % ways.Count];
    }

    /// <summary>Another way: after the case's own wording the written ones, then from the first again.</summary>
    public void GoOn(DebriefCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        var next = no.ShowsOwnWords && OwnOf(no) is not null ? no.Wording : no.Wording + 1;
        var owns = next > no.Wording && OwnOf(no) is not null && next % scripts.Ways(no).Count == 0;
        (no.Tone, no.Wording, no.ShowsOwnWords) = (Tone.Base, next, owns);
    }

    private Script? OwnOf(DebriefCase no)
    {
        if (!wording.IsConfigured || no.Worded.Count == 0)
            return null;
        var request = scripts.RequestFor(no);
        return Kept(no, request)?.Lines is { } lines ? wording.Worded(request, lines) : null;
    }

    private OwnWords? Kept(DebriefCase no, ScriptRequest request)
    {
        var asked = wording.FingerprintOf(request);
        return no.Worded.Find(w => w.Asked == asked);
    }
}
