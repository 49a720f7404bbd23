import { language } from "./words.js";

const ZONE = "Asia/Ho_Chi_Minh";

function locale() {
  return language() === "vi" ? "vi-VN" : "en-GB";
}

/** 1710789 is `1.710.789` in Vietnamese. */
export function number(value) {
  return value === null || value === undefined ? "–" : new Intl.NumberFormat(locale()).format(value);
}

/** 0.757 is `75,7%`; what has no denominator has no share. */
export function share(value) {
  if (value === null || value === undefined) return "–";
  const digits = { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale(), digits).format(value).replace(/\s/g, "");
}

/** Percentage points with a sign: `+1,2`. */
export function points(value) {
  const digits = { signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale(), digits).format(value * 100);
}

/** An ISO date as people write it: `20/11/2026`. */
export function date(iso) {
  if (!iso) return "–";
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** The day and month of an ISO date: `20/11`. */
export function dayAndMonth(iso) {
  return date(iso).slice(0, 5);
}

/** A moment in Viet Nam: `19:05:31 20/11/2026`. */
export function moment(iso) {
  if (!iso) return "–";
  const at = new Date(iso);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, timeStyle: "medium" }).format(at);
  return `${time} ${date(isoDay(at))}`;
}

/** The day of a moment in Viet Nam, as `2026-11-20`. */
export function isoDay(at) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(at);
}

/** Some days before another, as ISO. */
export function daysBefore(iso, days) {
  return new Date(Date.parse(`${iso}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** `2026-11` as `11/2026`. */
export function month(iso) {
  return `${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}
