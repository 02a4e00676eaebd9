using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

public class Attachment
{
    public Attachment() { }

    public Attachment(
        string contentType = default, string contentUrl = default, object content = default, string name = default,
        string thumbnailUrl = default)
        => (ContentType, ContentUrl, Content, Name, ThumbnailUrl) = (contentType, contentUrl, content, name, thumbnailUrl);

    public object Content { get; set; }
    public string ContentType { get; set; }
    public string ContentUrl { get; set; }
    public string Name { get; set; }
    public string ThumbnailUrl { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}

/// <summary>A file to be uploaded to a channel.</summary>
public class AttachmentData
{
    public AttachmentData() { }

    public AttachmentData(string type = default, string name = default, byte[] originalBase64 = default, byte[] thumbnailBase64 = default)
        => (Type, Name, OriginalBase64, ThumbnailBase64) = (type, name, originalBase64, thumbnailBase64);

    public string Name { get; set; }
    public byte[] OriginalBase64 { get; set; }
    public byte[] ThumbnailBase64 { get; set; }
    public string Type { get; set; }
}
