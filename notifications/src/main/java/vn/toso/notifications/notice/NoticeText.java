package vn.toso.notifications.notice;

/** What people read: a line on top, and a sentence or more. */
public record NoticeText(String title, String body) {}
