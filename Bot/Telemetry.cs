using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace CoachBot;

/// <summary>Sends the coach's meters, numbers and names of enum values, to where OTEL_EXPORTER_OTLP_ENDPOINT says; without it, nowhere.</summary>
public sealed class Telemetry(IConfiguration configuration) : IHostedService, IDisposable
{
    // A host can be stopped and disposed of from two sides at once: whoever comes second waits until the last figures are sent.
    private readonly Lock _ending = new();
    private MeterProvider? _meters;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"], UriKind.Absolute, out var collector))
            _meters = Sdk.CreateMeterProviderBuilder().AddMeter("CoachBot.*").AddOtlpExporter(exporter => SendTo(collector, exporter)).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_ending)
            _meters?.Shutdown(timeoutMilliseconds: 2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_ending)
            _meters?.Dispose();
    }

    // What is set in code is taken as it is, so the path of HTTP's variant is added here, as for the variable itself.
    private void SendTo(Uri collector, OtlpExporterOptions exporter)
    {
        var http = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        exporter.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = http ? new Uri(collector.AbsoluteUri.TrimEnd('/') + "/v1/metrics") : collector;
    }
}
