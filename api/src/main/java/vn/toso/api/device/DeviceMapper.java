package vn.toso.api.device;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.DeviceForm;

/** Between a phone on the wire and on file. */
@Mapper
interface DeviceMapper {

    DeviceForm toForm(DeviceRequest request);

    @Mapping(target = "reachable", expression = "java(device.token().isPresent())")
    DeviceResponse toResponse(Device device);
}
