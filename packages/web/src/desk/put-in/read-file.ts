/** A file as text, or why it is none that an article can be made of. */
export type ReadFile = { content: string; warning: string | null } | { problem: string }

/** Most bytes that the record takes of one article. */
const MOST = 5_000_000

/** The first bytes of files that are often taken for texts, and what they are. */
const KINDS: readonly [start: string, sentence: string][] = [
  ['%PDF-', 'is a PDF: open it, copy its text, and paste it here'],
  [
    'PK\u0003\u0004',
    'is a document of an office program or an archive: save it as text or HTML, or paste its text',
  ],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'is a document of an office program: save it as text or HTML, or paste its text',
  ],
  ['{\\rtf', 'is rich text (RTF): save it as text or HTML, or paste its text'],
]

/** Reads a file as text, in the encoding that it declares, or that its bytes tell. */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size === 0) return { problem: 'is empty' }
  if (file.size > MOST) {
    return {
      problem: `is ${(Math.ceil(file.size / 1e5) / 10).toFixed(1)} MB, the limit is 5 MB: split it into articles`,
    }
  }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return { problem: 'cannot be read: give files, not folders' }
  }
  const head = String.fromCharCode(...bytes.subarray(0, 2_000))
  for (const [start, problem] of KINDS) if (head.startsWith(start)) return { problem }
  const [encoding, isSure] = encodingOf(bytes, head)
  const content = new TextDecoder(encoding).decode(bytes)
  if (!isText(content)) return { problem: 'is not a text: give files of text, Markdown or HTML' }
  const warning = isSure
    ? null
    : 'It is not in UTF-8, and was read as Windows-1252: look whether its letters are right.'
  return { content, warning }
}

/** The encoding of a file, and whether it is sure. */
function encodingOf(bytes: Uint8Array, head: string): [encoding: string, isSure: boolean] {
  if (head.startsWith('\u00ff\u00fe')) return ['utf-16le', true]
  if (head.startsWith('\u00fe\u00ff')) return ['utf-16be', true]
  if (fits('utf-8', bytes)) return ['utf-8', true]
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)
  const named = declared?.[1] ?? declared?.[2]
  return named && !/^utf-?8$/i.test(named) && fits(named, bytes) ? [named, true] : ['windows-1252', false]
}

/** Whether bytes are a text in an encoding, which may be one that the browser does not know. */
function fits(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether it has hardly any control characters, and none that the record cannot hold. */
function isText(content: string): boolean {
  const head = content.slice(0, 100_000)
  const strange = head.match(/(?!\s)\p{Cc}|\ufffd/gu)
  return !content.includes('\0') && (strange?.length ?? 0) * 100 <= head.length
}
