namespace Microsoft.Bot.Schema.Teams;

public class FileConsentCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    public FileConsentCard() { }

    public FileConsentCard(
        string description = default, long? sizeInBytes = default, object acceptContext = default, object declineContext = default)
        => (Description, SizeInBytes, AcceptContext, DeclineContext) = (description, sizeInBytes, acceptContext, declineContext);

    public object AcceptContext { get; set; }
    public object DeclineContext { get; set; }
    public string Description { get; set; }
    public long? SizeInBytes { get; set; }
}

public class FileConsentCardResponse
{
    public FileConsentCardResponse() { }

    public FileConsentCardResponse(string action = default, object context = default, FileUploadInfo uploadInfo = default)
        => (Action, Context, UploadInfo) = (action, context, uploadInfo);

    public string Action { get; set; }
    public object Context { get; set; }
    public FileUploadInfo UploadInfo { get; set; }
}

public class FileUploadInfo
{
    public FileUploadInfo() { }

    public FileUploadInfo(
        string name = default, string uploadUrl = default, string contentUrl = default, string uniqueId = default,
        string fileType = default)
        => (Name, UploadUrl, ContentUrl, UniqueId, FileType) = (name, uploadUrl, contentUrl, uniqueId, fileType);

    public string ContentUrl { get; set; }
    public string FileType { get; set; }
    public string Name { get; set; }
    public string UniqueId { get; set; }
    public string UploadUrl { get; set; }
}

public class FileDownloadInfo
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    public FileDownloadInfo() { }

    public FileDownloadInfo(string downloadUrl = default, string uniqueId = default, string fileType = default, object etag = default)
        => (DownloadUrl, UniqueId, FileType, Etag) = (downloadUrl, uniqueId, fileType, etag);

    public string DownloadUrl { get; set; }
    public object Etag { get; set; }
    public string FileType { get; set; }
    public string UniqueId { get; set; }
}

public class FileInfoCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    public FileInfoCard() { }

    public FileInfoCard(string uniqueId = default, string fileType = default, object etag = default)
        => (UniqueId, FileType, Etag) = (uniqueId, fileType, etag);

    public object Etag { get; set; }
    public string FileType { get; set; }
    public string UniqueId { get; set; }
}
