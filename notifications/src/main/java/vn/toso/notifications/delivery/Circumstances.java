package vn.toso.notifications.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.notifications.device.Device;

/**
 * How things stand when pushes are about to go out.
 *
 * @param devices the phones as they are now, by id
 * @param active the members among the recipients who are active now
 * @param rung the notices that rang today, by member, without those in question
 * @param held how many pushes of a phone are held for a morning and not merged, by the summary's id
 */
record Circumstances(
        DeliverySettings settings,
        Map<DeviceId, Device> devices,
        Set<MemberId> active,
        Map<MemberId, Set<NoticeId>> rung,
        Map<String, Pushes.Held> held,
        Instant now) {}
