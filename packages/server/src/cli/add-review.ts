import { type Command, Option } from 'commander'
import { count, withExamples, withTarget } from './options.js'
import type { Decision } from './review.js'

const REASONS = [
  ...['scare-quote', 'title-of-work', 'boilerplate', 'not-speech'],
  ...['wrong-words', 'wrong-speaker', 'duplicate', 'other'],
]

/**
 * Options of `review` also count for its subcommands: without them, `review --url … verify` would decide about another
 * record.
 */
const withOptionsOf = (review: Command, options: object) => ({ ...review.opts(), ...options })

/** Adds `onrecord review` and a subcommand for each decision. */
export function addReview(program: Command): void {
  const review = withTarget(program.command('review'))
    .description(
      'Show what waits for a person: texts that are held because they are much shorter, verified statements whose words are gone, and proposals, the surest first; decide about them. Needs a key of a reviewer, or the database itself.',
    )
    .addOption(new Option('--limit <n>', 'most statements to show').argParser(count).default(20))
    .option('--json', 'one JSON line for each')
    .enablePositionalOptions()
    .action(async (options) => (await import('./review.js')).showQueue(options))
  const verify = addDecision(review, 'VERIFY', 'Say of statements that they are right.')
  withExamples(verify, {
    'onrecord review --json --limit 100 | jq -r \'select(.provenance.confidence > 0.95) | "\\(.id)@\\(.version)"\' | xargs onrecord review verify':
      'all of the next hundred that are surest',
  })
  const reject = addDecision(review, 'REJECT', 'Say of statements that they are wrong, and why.')
  reject.addOption(
    new Option('--reason <reason>', 'why; with `other`, --note says what')
      .choices(REASONS)
      .makeOptionMandatory(),
  )
  withExamples(reject, { 'onrecord review reject U3RhdGVtZW50Oj…@1 --reason scare-quote': 'one' })
  addDecision(review, 'RETRACT', 'Withdraw statements that were verified.')
  const reopen = addDecision(review, 'REOPEN', 'Put statements that were decided about back into the queue.')
  withExamples(reopen, {
    "onrecord review reject … > decided.txt; awk '{ print $2 }' decided.txt | xargs onrecord review reopen":
      'take many decisions back',
  })
  addText(review, true, 'Take the much shorter texts that are held for articles.')
  addText(review, false, 'Keep the texts on record, and drop the much shorter ones that are held.')
  withExamples(review, {
    'onrecord review --limit 5': 'the next five',
    'onrecord review verify U3RhdGVtZW50Oj…@1': 'one that is right',
  })
}

function addText(review: Command, accept: boolean, description: string): void {
  withTarget(review.command(accept ? 'accept-text' : 'drop-text'))
    .description(description)
    .argument('<article...>', 'ids of articles, as `onrecord review` shows them')
    .option('--json', 'one JSON line for each')
    .action(async (articles, options) => {
      const { decideHeld } = await import('./decide-held.js')
      process.exitCode = await decideHeld(accept, articles, withOptionsOf(review, options))
    })
}

function addDecision(review: Command, decision: Decision, description: string): Command {
  return withTarget(review.command(decision.toLowerCase()))
    .description(description)
    .argument('<statement...>', 'as `onrecord review` shows them: <id>@<version>, or <id> as it is now')
    .option('--note <text>', 'more about it, for people')
    .option('--json', 'one JSON line for each')
    .action(async (statements, options) => {
      const { decide } = await import('./review.js')
      process.exitCode = await decide(decision, statements, withOptionsOf(review, options))
    })
}
