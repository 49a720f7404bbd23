package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.sync.Digest;
import vn.toso.domain.sync.Digests;

/** Proof that a phone holds everything, over HTTP. */
@RestController
@RequestMapping("/v1/sync")
@Tag(name = "sync")
class DigestController {

    private final Digests digests;

    DigestController(Digests digests) {
        this.digests = digests;
    }

    @Needs(Permission.SYNCHRONISE)
    @GetMapping("/digest")
    @Operation(summary = "Check that nothing is missing", description = """
                    For each hamlet and kind how many documents the phone is to hold, and a checksum: the sum modulo 2^64 \
                    over mix(mix(mix(idHigh) ^ idLow) ^ version), where idHigh and idLow are the halves of the UUID and \
                    mix(x) is: z = x + 0x9e3779b97f4a7c15; z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9; \
                    z = (z ^ (z >>> 27)) * 0x94d049bb133111eb; z ^ (z >>> 31). Kinds are `household`, `visit`, `task`; \
                    what has no documents is left out. Visits count from `visitsSince` on. Changes go on while a phone \
                    asks: only the same difference twice in a row, with nothing new in between, means that something is \
                    missing.""")
    @ApiResponse(
            responseCode = "200",
            description = "Counts and checksums",
            content = @Content(examples = @ExampleObject(PullExamples.DIGEST)))
    Mono<DigestResponse> digest(Actor actor) {
        return digests.of(actor).map(DigestController::toResponse);
    }

    private static DigestResponse toResponse(Digest digest) {
        return new DigestResponse(
                digest.visitsSince(),
                digest.hamlets().stream()
                        .map(hamlet -> new DigestResponse.Hamlet(hamlet.hamletId(), toKinds(hamlet.kinds())))
                        .toList());
    }

    private static List<DigestResponse.Kind> toKinds(Map<String, Digest.Sum> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> new DigestResponse.Kind(
                        kind.getKey(),
                        kind.getValue().count(),
                        HexFormat.of().toHexDigits(kind.getValue().checksum())))
                .toList();
    }
}
