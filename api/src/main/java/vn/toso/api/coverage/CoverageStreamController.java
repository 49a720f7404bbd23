package vn.toso.api.coverage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.security.StillSignedIn;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;

/** Coverage as it changes, over HTTP. */
@RestController
@RequestMapping("/v1/coverage")
@Tag(name = "coverage", description = "Độ bao phủ / how far each area has come")
class CoverageStreamController {

    private final CoverageStreams streams;
    private final StillSignedIn stillSignedIn;

    CoverageStreamController(CoverageStreams streams, StillSignedIn stillSignedIn) {
        this.streams = streams;
        this.stillSignedIn = stillSignedIn;
    }

    @Needs(Permission.READ_COVERAGE)
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Follow the coverage of an area", description = """
                    Server-sent events: first `coverage` with the area and all areas right below it, each with every service, \
                    then `change` with the area and the children that changed, within a second of the change, a few times a \
                    second at most. Who is slow gets a new `coverage` instead of what was missed. The `id` says what the counts \
                    are: send it as `Last-Event-ID`, to any node, and nothing comes until there is something else to say. Every \
                    15 seconds a comment and a `moment`, up to which silence means that nothing changed. The stream ends when \
                    the node stops, when the token expires, and when the member may no longer see the area. Browsers read it with `fetch`, since \
                    an `EventSource` cannot send the token.""")
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(CoverageExamples.EVENT)))
    Mono<Void> stream(
            @Parameter(hidden = true) Actor actor,
            @RequestParam AreaId area,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String seen,
            ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        // Proxies that collect answers before they pass them on must not.
        response.getHeaders().set("X-Accel-Buffering", "no");
        Mono<Actor> again = stillSignedIn.actor(exchange.getRequest());
        return response.writeAndFlushWith(
                streams.listen(actor, area, seen, again).map(piece -> buffers(piece, response)));
    }

    private static Publisher<DataBuffer> buffers(Mono<byte[]> piece, ServerHttpResponse response) {
        return Flux.from(piece.map(response.bufferFactory()::wrap));
    }
}
