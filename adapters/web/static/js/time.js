// Times as a reader says them, with the exact one on hover; kept fresh while the page is open.
import { h } from "./dom.js";

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const local = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });

function ago(at) {
  const seconds = Math.round((Date.now() - at) / 1000);
  if (seconds < 45) return "just now";
  if (seconds < 3600) return relative.format(-Math.max(1, Math.round(seconds / 60)), "minute");
  if (seconds < 24 * 3600) return relative.format(-Math.round(seconds / 3600), "hour");
  if (seconds < 7 * 24 * 3600) return relative.format(-Math.round(seconds / 86400), "day");
  return local.format(at);
}

/** "2 min ago", fresh every half minute. */
export function relativeTime(iso) {
  const at = new Date(iso);
  return h("time", { datetime: iso, title: exact.format(at), "data-relative": "" }, ago(at));
}

/** A moment in the reader's own time. */
export function localTime(iso, fallback) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return fallback;
  return h("time", { datetime: iso, title: `${exact.format(at)} (${ago(at)})` }, local.format(at));
}

export function dayName(iso) {
  const at = new Date(iso);
  const days = Math.round((midnight(new Date()) - midnight(at)) / 86400000);
  return days === 0 ? "Today" : days === 1 ? "Yesterday" : day.format(at);
}

export const sameDay = (a, b) => midnight(new Date(a)) === midnight(new Date(b));
const midnight = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

setInterval(() => {
  for (const time of document.querySelectorAll("time[data-relative]")) time.textContent = ago(new Date(time.dateTime));
}, 30000);
