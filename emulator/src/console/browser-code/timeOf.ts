const digits = (value: number, count: number): string => String(value).padStart(count, '0');

/** Hours, minutes and seconds, in the local time of whoever looks. */
export function timeOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => digits(part, 2)).join(':');
}

/** What `timeOf` leaves out. */
export const milliseconds = (at: number): string => digits(new Date(at).getMilliseconds(), 3);
