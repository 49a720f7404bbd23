package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.vault.KeyState;
import vn.toso.domain.vault.RotateKeys;

/** The keys that citizens' data are sealed with; no key is ever shown. */
@RestController
@RequestMapping("/v1/privacy/keys")
@Tag(name = "privacy")
class KeyController {

    private final RotateKeys rotation;

    KeyController(RotateKeys rotation) {
        this.rotation = rotation;
    }

    @GetMapping
    @Operation(summary = "See how the keys stand", description = """
                    Which data keys there are, and how far the round is that seals everything anew with the current one.""")
    @ApiResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(examples = @ExampleObject(PrivacyExamples.KEYS)))
    @Needs(Permission.ROTATE_KEYS)
    Mono<KeysResponse> keys(Actor actor) {
        return Mono.fromRunnable(() -> actor.require(Permission.ROTATE_KEYS))
                .then(Mono.defer(rotation::standing))
                .map(KeysResponse::of);
    }

    @PostMapping("/rotate")
    @Operation(summary = "Replace the data key", description = """
                    A new key is made known to all nodes, then sealed with; then what was sealed before is sealed anew while \
                    everything goes on. While that is under way, asking again changes nothing.""")
    @ApiResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(examples = @ExampleObject(PrivacyExamples.KEYS)))
    @Needs(value = Permission.ROTATE_KEYS, unlogged = true)
    Mono<KeysResponse> rotate(Actor actor) {
        return Mono.fromRunnable(() -> actor.require(Permission.ROTATE_KEYS))
                .then(Mono.defer(rotation::begin))
                .map(KeysResponse::of);
    }

    /**
     * How the keys stand.
     *
     * @param seen documents that the round has looked at
     * @param resealed those that it sealed anew
     * @param finished whether nothing is left to do
     */
    @Schema(name = "Keys")
    record KeysResponse(List<KeyResponse> keys, long seen, long resealed, boolean finished) {

        static KeysResponse of(RotateKeys.Standing standing) {
            return new KeysResponse(
                    standing.keys().stream()
                            .map(key -> new KeyResponse(key.name(), key.state(), key.madeAt(), key.since()))
                            .toList(),
                    standing.seen(),
                    standing.resealed(),
                    standing.finished());
        }
    }

    /**
     * A data key.
     *
     * @param since when it came into this state
     */
    @Schema(name = "DataKey")
    record KeyResponse(String name, KeyState state, Instant madeAt, Instant since) {}
}
