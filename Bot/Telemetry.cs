using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CoachBot;

/// <summary>Sends the coach's meters and traces, numbers and names of enum values, to where OTEL_EXPORTER_OTLP_ENDPOINT says; without it, nowhere.</summary>
public sealed class Telemetry(IConfiguration configuration) : IHostedService, IDisposable
{
    // A host can be stopped and disposed of from two sides at once: whoever comes second waits until the last figures are sent.
    private readonly Lock _ending = new();
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"], UriKind.Absolute, out var collector))
            return Task.CompletedTask;
        _meters = Sdk.CreateMeterProviderBuilder().AddMeter("CoachBot.*").AddOtlpExporter(exporter => SendTo(collector, exporter, "/v1/metrics")).Build();
        // A root of its own for each: the request that brought a message in is over when its turn is worked on.
        _traces = Sdk.CreateTracerProviderBuilder().AddSource("CoachBot.*").SetSampler(new AlwaysOnSampler()).AddOtlpExporter(exporter => SendTo(collector, exporter, "/v1/traces")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_ending)
        {
            _meters?.Shutdown(timeoutMilliseconds: 2000);
            _traces?.Shutdown(timeoutMilliseconds: 2000);
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_ending)
        {
            _meters?.Dispose();
            _traces?.Dispose();
        }
    }

    // What is set in code is taken as it is, so the path of HTTP's variant is added here, as for the variable itself.
    private void SendTo(Uri collector, OtlpExporterOptions exporter, string path)
    {
        var http = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        exporter.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = http ? new Uri(collector.AbsoluteUri.TrimEnd('/') + path) : collector;
    }
}
