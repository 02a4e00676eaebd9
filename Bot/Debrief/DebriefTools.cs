using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>What every question of the debrief needs to be put and heard.</summary>
public sealed record DebriefTools(
    DebriefDesk Desk, CaseReader Reader, NoKinds Kinds, CueBook Cues, CaseScripts Scripts, CaseWording Wording, Phrases Phrases, Commands Commands,
    AnswerReader Answers, QuestionCards Questions, CardTemplates Cards, LiveCards Live, ReadingRules Rules);
