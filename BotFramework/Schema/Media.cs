namespace Microsoft.Bot.Schema;

public class MediaUrl
{
    public MediaUrl() { }

    public MediaUrl(string url = default, string profile = default)
        => (Url, Profile) = (url, profile);

    public string Profile { get; set; }
    public string Url { get; set; }
}

public class ThumbnailUrl
{
    public ThumbnailUrl() { }

    public ThumbnailUrl(string url = default, string alt = default)
        => (Url, Alt) = (url, alt);

    public string Alt { get; set; }
    public string Url { get; set; }
}

public class MediaEventValue
{
    public MediaEventValue() { }

    public MediaEventValue(object cardValue = default) => CardValue = cardValue;

    public object CardValue { get; set; }
}
