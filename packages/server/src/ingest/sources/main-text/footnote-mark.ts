/** Whether raised text is a mark that points to a note, such as "[3]", "12" or "*", and not part of "m²" or "1st". */
export function isFootnoteMark(raised: string, before: string): boolean {
  const mark = raised.trim()
  if (/^(?:\[[^\]]{1,12}\]|\(\d{1,3}\)|[*†‡§¶]{1,3})$/.test(mark)) return true
  // After a digit or a unit such as "km" the raised number is a power.
  return /^\d{1,3}(?:\s*[,–-]\s*\d{1,3})*$/.test(mark) && /(?:\p{L}{3}|[\p{P}])$/u.test(before)
}
