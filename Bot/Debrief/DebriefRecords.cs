using CoachBot.FollowUps.People;
using CoachBot.Reading;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Debrief;

/// <summary>Writes what a debrief came to as records, in the transaction of the turn that closes it. The words that were told are not among them.</summary>
public sealed class DebriefRecords(PersonBook people, CaseReader reader, TimeProvider clock)
{
    public async Task WriteAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(no);
        var work = TurnWork.Require();
        var (_, person) = PersonState.WhoseTurn(turn.Activity);
        var customer = no.Customer.Length == 0 ? null : await people.KnowCustomerAsync(person, no.Customer, cancellationToken);
        var answers = reader.AnswersOf(no);
        var row = await work.Database.Debriefs.Include(d => d.Readings)
            .FirstOrDefaultAsync(d => d.Person == person && d.Conversation == work.Conversation && d.Number == no.Number, cancellationToken);
        if (row is null)
        {
            row = new DebriefRow { Person = person, Conversation = work.Conversation, Number = no.Number, Offer = "", Channel = "", Opened = no.Opened };
            work.Database.Debriefs.Add(row);
        }

        (row.Customer, row.Offer, row.Channel, row.Noes) = (customer, answers.Offer, answers.Channel.Key(), answers.Noes);
        (row.Step, row.Reason, row.Won, row.Closed) = (no.Step?.Key(), no.Reason?.Key(), no.Won, no.Closed);
        if (!no.Won && no.Step is not null)
            NoteReading(row, no, clock.GetUtcNow());
    }

    private void NoteReading(DebriefRow row, DebriefCase no, DateTimeOffset now)
    {
        var reading = reader.Read(no);
        var noted = row.Readings.Find(r => r.Round == no.Rounds.Count);
        if (noted is null)
            row.Readings.Add(noted = new ReadingRow { Round = no.Rounds.Count, Step = "", Reason = "" });
        (noted.Step, noted.Reason, noted.Confidence, noted.SecondOpinion) = (reading.First.Step.Key(), reading.First.Reason.Key(), reading.First.Confidence, reading.SecondOpinion);
        (noted.CorrectedStep, noted.CorrectedReason) = reading.ByTheRep ? (reading.Step.Key(), reading.Reason.Key()) : (null, null);
        (noted.Guess, noted.Commitment, noted.At) = (no.Answers.Find("guess")?.Chosen, no.Answers.Find("commitment")?.Text, now);
    }
}
