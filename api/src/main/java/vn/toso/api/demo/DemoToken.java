package vn.toso.api.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A token, in the words of OAuth 2.
 *
 * @param expiresIn seconds
 */
record DemoToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {}
