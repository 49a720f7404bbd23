package vn.toso.api.device;

/** Requests and answers as the API's documentation shows them. */
final class DeviceExamples {

    static final String REQUEST = """
            {
              "platform": "ANDROID",
              "pushToken": "dQw4w9WgXcQ:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqx",
              "appVersion": "1.4.2",
              "locale": "vi-VN"
            }""";

    static final String ANSWER = """
            {
              "id": "0193a0c4-2b00-7c11-8d52-4b6a7c8d9e0f",
              "platform": "ANDROID",
              "reachable": true,
              "appVersion": "1.4.2",
              "locale": "vi-VN",
              "registeredAt": "2026-11-20T19:05:31+07:00",
              "lastSyncAt": "2026-11-20T19:05:31+07:00"
            }""";

    private DeviceExamples() {}
}
