package vn.toso.api.docs;

/** What stands on top of the OpenAPI document. */
final class About {

    static final String TEXT = """
            The mobile backend of the community digital-technology teams (Tổ công nghệ số cộng đồng): visits at doors \
            with what was done there, tasks, and how far each hamlet has come.

            - **Sign-in**: `Authorization: Bearer <JWT>`. A member sees what lies under the own home areas; everything \
            else is `not-found`.
            - **Times** are ISO-8601 with an offset, **dates** are `yyyy-MM-dd` in Asia/Ho_Chi_Minh.
            - **Ids** are UUIDs. The phone makes those of visits, households and residents (UUIDv7), the server all others.
            - **Unknown fields** in a request are an error; unknown fields in an answer are to be ignored. What has no \
            value is left out.
            - **Lists** take `limit` and `after` and answer `{items, next}`.
            - **Versions**: a document's `ETag` is its version; changes take `If-Match`.
            - **Retries**: a POST with the phone's id answers 201 the first time, 200 to an identical repeat, 409 to other \
            content under the same id.
            - **Phones** name themselves in `Device-Id`, the id they registered under, so that the audit can say which it was.
            - **Too much**: 429 `too-many-requests` and 503 `unavailable` say in `Retry-After` when to come again.
            - **Problems** are `application/problem+json` with a stable `code`, in Vietnamese, or in English for \
            `Accept-Language: en`.

            Tiếng Việt: backend cho ứng dụng của Tổ công nghệ số cộng đồng. Mọi lỗi đều có mã cố định và câu giải thích \
            bằng tiếng Việt.""";

    private About() {}
}
