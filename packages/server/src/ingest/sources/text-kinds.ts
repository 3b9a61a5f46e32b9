/** The name of the first element of XML or HTML, after declarations, comments and the doctype. */
export function rootElement(head: string): string | undefined {
  let at = 0
  for (;;) {
    at += /^\s*/.exec(head.slice(at, at + 2000))?.[0].length ?? 0
    const end = head.startsWith('<!--', at) ? '-->' : /^<[?!]/.test(head.slice(at, at + 2)) ? '>' : null
    if (end === null) return /^<([a-z][\w:.-]*)/i.exec(head.slice(at, at + 100))?.[1]
    const closed = head.indexOf(end, at + 2)
    if (closed < 0) return undefined
    at = closed + end.length
  }
}

/** Whether a text is JSON: an object with a member, or an array of objects or values. */
export function looksLikeJson(head: string): boolean {
  if (/^\{\s*(?:"(?:[^"\\\n]|\\.){0,500}"\s*:|\})/.test(head) || /^\[\s*\{\s*"/.test(head)) return true
  // The text may be cut off, and an article may begin with a bracket, so only a whole array counts.
  return /^\[[\s\S]*\]\s*$/.test(head) && isJson(head)
}

/** Whether a text is several lines with an object of JSON in each. */
export function looksLikeJsonLines(head: string): boolean {
  const [first = '', second = ''] = head.split('\n', 2)
  return [first, second].every((line) => /^\s*\{/.test(line) && isJson(line))
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** Fields that only machines write into the header of a mail. */
const OF_MACHINES =
  /^(?:received|return-path|delivered-to|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature|x-[\w-]+|snapshot-content-location)$/i
const OF_MAILS = /^(?:from|to|cc|bcc|reply-to|sender|date|subject|in-reply-to|references)$/i

/**
 * Whether a text begins with the header of a mail: lines of the form "Name: value", three or more of them known, among them
 * one that only machines write, or a sender with an address.
 */
export function looksLikeMail(head: string): boolean {
  const names: string[] = []
  let isSent = false
  for (const line of head.split('\n', 200)) {
    if (line.trim() === '') break
    const [, name, value = ''] = /^([A-Za-z][A-Za-z-]{0,60}):(.*)$/.exec(line) ?? []
    if (name === undefined && !/^[ \t]/.test(line)) return false
    if (name === undefined) continue
    names.push(name)
    isSent ||= /^from$/i.test(name) && /\S@\S/.test(value)
  }
  const known = names.filter((name) => OF_MACHINES.test(name) || OF_MAILS.test(name))
  return known.length >= 3 && (isSent || known.some((name) => OF_MACHINES.test(name)))
}

/** How many lines of a table are looked at, and how many it has at least. */
const [MOST_ROWS, FEWEST_ROWS] = [20, 3]

/**
 * Whether a text is a table: its first lines have the same number of cells, with tabs, semicolons or commas between them.
 * Commas of sentences have a space behind them, so the first line of a table has none.
 */
export function looksLikeTable(head: string): boolean {
  const lines = head.split('\n', 3 * MOST_ROWS).filter((line) => line.trim() !== '')
  const rows = lines.slice(0, MOST_ROWS)
  if (rows.length < FEWEST_ROWS) return false
  return [
    { mark: '\t', fewest: 2 },
    { mark: ';', fewest: 3 },
    { mark: ',', fewest: 3 },
  ].some(({ mark, fewest }) => {
    const [header = ''] = rows
    const cells = cellsOf(header, mark)
    if (cells < fewest || header.includes(`${mark} `)) return false
    // A cell between quotation marks may go on in the next line.
    return rows.every((row) => cellsOf(row, mark) === cells) || isQuotedTable(head, mark, cells)
  })
}

/** The number of cells of a row; a mark between quotation marks parts none. */
const cellsOf = (row: string, mark: string): number => row.replace(/"(?:[^"]|"")*"/g, '').split(mark).length

/** Whether a text of cells between quotation marks has rows with as many cells. */
const isQuotedTable = (head: string, mark: string, cells: number): boolean => {
  const plain = head
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split('\n')
    .filter((line) => line.trim() !== '')
  // The last row may be cut off.
  const rows = plain.slice(0, MOST_ROWS).slice(0, plain.length > 2 ? -1 : undefined)
  return head.includes('"') && rows.length >= 2 && rows.every((row) => row.split(mark).length === cells)
}
