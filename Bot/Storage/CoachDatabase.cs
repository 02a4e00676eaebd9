using System.Text;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoachBot.Storage;

/// <summary>The database, the same on SQLite and on PostgreSQL. Its tables are made by the numbered files in Migrations/, never from this model.</summary>
public sealed class CoachDatabase(DbContextOptions<CoachDatabase> options) : DbContext(options)
{
    public DbSet<StoredState> State => Set<StoredState>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<DebriefRow> Debriefs => Set<DebriefRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<PromiseRow> Promises => Set<PromiseRow>();

    public DbSet<PromiseEventRow> PromiseEvents => Set<PromiseEventRow>();

    public DbSet<FollowUpRow> FollowUps => Set<FollowUpRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<ExportLinkRow> ExportLinks => Set<ExportLinkRow>();

    public DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    public DbSet<ForgottenRow> Forgotten => Set<ForgottenRow>();

    public DbSet<ChoreRow> Chores => Set<ChoreRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<StoredState>(state =>
        {
            state.ToTable("state").HasKey(s => s.Key);
            state.Property(s => s.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ConversationRow>().ToTable("conversations").HasKey(c => c.Key);
        modelBuilder.Entity<InboxRow>(inbox =>
        {
            inbox.ToTable("inbox").HasKey(i => i.Id);
            inbox.HasIndex(i => new { i.Conversation, i.ActivityId }, "inbox_once").IsUnique();
            inbox.HasIndex(i => new { i.Conversation, i.Press }, "inbox_press_once").IsUnique().HasFilter("press IS NOT NULL");
            inbox.HasIndex(i => new { i.Conversation, i.Id }, "inbox_waiting").HasFilter("status = 0");
        });
        modelBuilder.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(o => o.Id);
            outbox.HasIndex(o => o.Mark, "outbox_mark").IsUnique();
            outbox.HasIndex(o => new { o.Conversation, o.Id }, "outbox_open").HasFilter("status < 2");
            outbox.HasIndex(o => o.Due, "outbox_due").HasFilter("status < 2");
            outbox.HasIndex(o => new { o.Person, o.About }, "outbox_about").HasFilter("status < 2 AND about IS NOT NULL");
        });
        AddRecords(modelBuilder);
        AddMyData(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static void AddRecords(ModelBuilder model)
    {
        model.Entity<PersonRow>().ToTable("people").HasKey(p => p.Key);
        model.Entity<CustomerRow>().ToTable("customers").HasIndex(c => new { c.Person, c.Key }, "customers_once").IsUnique();
        model.Entity<DebriefRow>().ToTable("debriefs").HasIndex(d => new { d.Person, d.Conversation, d.Number }, "debriefs_once").IsUnique();
        model.Entity<DebriefRow>().HasMany(d => d.Readings).WithOne().HasForeignKey(r => r.DebriefId);
        model.Entity<ReadingRow>().ToTable("readings").HasIndex(r => new { r.DebriefId, r.Round }, "readings_once").IsUnique();
        model.Entity<PromiseRow>().ToTable("promises").HasIndex(p => new { p.Person, p.Customer }, "promises_standing").IsUnique().HasFilter("lifted IS NULL");
        model.Entity<PromiseEventRow>().ToTable("promise_events").HasIndex(e => new { e.Person, e.Customer }, "promise_events_of");
        model.Entity<FollowUpRow>().ToTable("follow_ups");
        model.Entity<FollowUpRow>().HasIndex(f => f.Due, "follow_ups_due").HasFilter("status = 0");
        model.Entity<FollowUpRow>().HasIndex(f => new { f.Person, f.Status }, "follow_ups_of");
        model.Entity<FollowUpRow>().HasIndex(f => f.Mark, "follow_ups_reminded").HasFilter("mark IS NOT NULL");
        model.Entity<FeedbackRow>().ToTable("feedback").HasIndex(f => f.Person, "feedback_of");
    }

    private static void AddMyData(ModelBuilder model)
    {
        model.Entity<ExportLinkRow>().ToTable("export_links").HasKey(l => l.Hash);
        model.Entity<ExportLinkRow>().HasIndex(l => l.Person, "export_links_of");
        model.Entity<ErasureRow>().ToTable("erasures");
        model.Entity<ForgottenRow>().ToTable("forgotten").HasKey(f => f.Hash);
        model.Entity<ChoreRow>().ToTable("chores").HasKey(c => c.Name);
    }

    // Times are milliseconds since 1970 on both: SQLite knows no time, and so the two compare and sort alike.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
            _ = char.IsUpper(c) && text.Length > 0 ? text.Append('_').Append(char.ToLowerInvariant(c)) : text.Append(char.ToLowerInvariant(c));
        return text.ToString();
    }

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
