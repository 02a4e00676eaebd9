using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel says about a message beside its text. Unknown kinds keep all their properties.</summary>
public class Entity
{
    public Entity() { }

    public Entity(string type = default) => Type = type;

    public string Type { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }

    public T GetAs<T>() => ProtocolJson.To<T>(this);

    public void SetAs<T>(T obj)
    {
        var entity = ProtocolJson.To<Entity>(ProtocolJson.ToElement(obj));
        (Type, Extra) = (entity.Type, entity.Extra);
    }

    public bool Equals(Entity other)
        => other != null && (ReferenceEquals(this, other) || ProtocolJson.Write(this) == ProtocolJson.Write(other));

    public override bool Equals(object obj) => obj is Entity other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Type);
}

public class Mention : Entity
{
    public Mention() => Type = "mention";

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        => (Mentioned, Text, Type) = (mentioned, text, type);

    public ChannelAccount Mentioned { get; set; }
    public string Text { get; set; }
}

public class GeoCoordinates : Entity
{
    public GeoCoordinates() => Type = "GeoCoordinates";

    public GeoCoordinates(
        double? elevation = default, double? latitude = default, double? longitude = default, string type = default, string name = default)
        => (Elevation, Latitude, Longitude, Type, Name) = (elevation, latitude, longitude, type, name);

    public double? Elevation { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public string Name { get; set; }
}

public class Place : Entity
{
    public Place() => Type = "Place";

    public Place(object address = default, object geo = default, object hasMap = default, string type = default, string name = default)
        => (Address, Geo, HasMap, Type, Name) = (address, geo, hasMap, type, name);

    public object Address { get; set; }
    public object Geo { get; set; }
    public object HasMap { get; set; }
    public string Name { get; set; }
}
