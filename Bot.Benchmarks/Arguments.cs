using System.Globalization;

namespace CoachBot.Benchmarks;

/// <summary>The options of a command line: --name value, and --json by itself.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _given = [];

    /// <exception cref="UsageException">An option is not written as one, or lacks its value.</exception>
    public Arguments(IEnumerable<string> args)
    {
        var left = new Queue<string>(args);
        while (left.TryDequeue(out var name))
        {
            if (!name.StartsWith("--", StringComparison.Ordinal))
                throw new UsageException($"'{name}' is no option");
            if (name == "--json")
                _given["json"] = "";
            else if (left.TryDequeue(out var value))
                _given[name[2..]] = value;
            else
                throw new UsageException($"{name} needs a value");
        }
    }

    /// <summary>The options that nobody asked for are mistakes: look them all up first.</summary>
    /// <exception cref="UsageException">There are such options.</exception>
    public void Finish()
    {
        if (_given.Count > 0)
            throw new UsageException($"--{_given.Keys.First()} is not known");
    }

    public bool Flag(string name) => _given.Remove(name);

    public string? Text(string name) => _given.Remove(name, out var value) ? value : null;

    /// <exception cref="UsageException">The value is none of the choices; without a value it is the first.</exception>
    public string OneOf(string name, params string[] choices)
    {
        var value = Text(name) ?? choices[0];
        return choices.Contains(value) ? value : throw new UsageException($"--{name} is one of {string.Join(", ", choices)}");
    }

    /// <exception cref="UsageException">The value is no whole number of at least <paramref name="least"/>.</exception>
    public int Number(string name, int otherwise, int least)
    {
        if (Text(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new UsageException($"--{name} is a whole number from {least} on");
    }
}

/// <summary>The command line asks for something that does not exist.</summary>
public sealed class UsageException(string message) : Exception(message);
