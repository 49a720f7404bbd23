package vn.toso.api.device;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.DeviceId;
import vn.toso.notifications.device.RegisterDevice;

/** Phones over HTTP. */
@RestController
@RequestMapping("/v1/devices/{id}")
@Tag(name = "devices", description = "Điện thoại nhận thông báo / the phones that pushes go to")
class DeviceController {

    private final RegisterDevice registerDevice;
    private final DeviceMapper mapper;

    DeviceController(RegisterDevice registerDevice, DeviceMapper mapper) {
        this.registerDevice = registerDevice;
        this.mapper = mapper;
    }

    @Needs(value = Permission.OWN_ACCOUNT, unlogged = true)
    @PutMapping
    @Operation(
            summary = "Register my phone",
            description = """
                    Tells the server where pushes for the caller go: to be sent after sign-in, and whenever FCM gives the app \
                    another token. The phone makes the id. A token that shows up on another phone, or with another member, \
                    leaves the former; a phone on which somebody else signs in is theirs. A member has at most ten phones; of \
                    more, those that synchronised longest ago are forgotten.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DeviceExamples.REQUEST))))
    @ApiResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(examples = @ExampleObject(DeviceExamples.ANSWER)))
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(examples = @ExampleObject(DeviceExamples.ANSWER)))
    Mono<ResponseEntity<DeviceResponse>> put(
            Actor actor, @PathVariable DeviceId id, @RequestBody DeviceRequest request) {
        return registerDevice
                .put(actor, id, mapper.toForm(request))
                .map(registered -> ResponseEntity.status(registered.first() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(mapper.toResponse(registered.device())));
    }

    @Needs(value = Permission.OWN_ACCOUNT, unlogged = true)
    @DeleteMapping
    @Operation(summary = "Forget my phone", description = """
                    To be sent at sign-out: pushes stop at once. Forgetting again changes nothing; somebody else's phone is \
                    `not-found`.""")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    Mono<ResponseEntity<Void>> delete(Actor actor, @PathVariable DeviceId id) {
        return registerDevice
                .delete(actor, id)
                .thenReturn(ResponseEntity.noContent().build());
    }
}
