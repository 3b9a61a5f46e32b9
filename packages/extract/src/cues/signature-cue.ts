import type { Mention } from '../names/mention.js'
import type { Token } from '../text/token.js'
import { isApposition } from './apposition.js'
import { type Cue, cueOf } from './cue.js'
import { subject } from './subject.js'

/** A mark that stands before the name of whoever is quoted. */
const SIGNING = /^(?:[—–―~(-]|--)$/

/** Reads a signature behind quotations: "“…” — Ada Moss, chair of the agency", "“…” (Ada Moss)". */
export function signatureCue(tokens: Token[], mentions: Mention[]): Cue | null {
  const mark = tokens.findIndex(({ kind }) => kind !== 'quote')
  if (mark <= 0 || !SIGNING.test(tokens[mark]?.text ?? '')) return null
  const signer = signerAt(tokens, mentions, mark + 1)
  return (
    signer &&
    cueOf('DASH', mark, mark + 1, {
      subject: subject('NAME', signer.from, signer.to, signer),
      groupFrom: mark,
      groupTo: signer.to,
    })
  )
}

/** Returns the name at token `at`, if nothing follows but who that is and when: "Ada Moss (@moss) March 3". */
export function signerAt(tokens: readonly Token[], mentions: readonly Mention[], at: number): Mention | null {
  const named = mentions.find(({ from }) => from === at)
  return named && isApposition(tokens, named.to, tokens.length) ? named : null
}
