import { type Command, InvalidArgumentError, Option } from 'commander'
import { withExamples, withTarget } from './options.js'

const REASONS = [
  ...['scare-quote', 'title-of-work', 'boilerplate', 'not-speech'],
  ...['wrong-words', 'wrong-speaker', 'duplicate', 'other'],
]

function count(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give a whole number from 1 on.')
}

/** What was said before `verify` holds behind it: `review --url … verify` must not decide about another record. */
const withOptionsOf = (review: Command, options: object) => ({ ...review.opts(), ...options })

/** `onrecord review` and what it can decide. */
export function addReview(program: Command): void {
  const review = withTarget(program.command('review'))
    .description(
      'Show the statements that wait for a decision, the surest first; decide about them. Needs a key of a reviewer, or the database itself.',
    )
    .addOption(new Option('--limit <n>', 'most statements to show').argParser(count).default(20))
    .option('--json', 'one JSON line for each')
    .enablePositionalOptions()
    .action(async (options) => (await import('./review.js')).showQueue(options))
  const verify = withTarget(review.command('verify'))
    .description('Say of statements that they are right.')
    .argument('<statement...>', 'as `onrecord review` shows them: <id>@<version>, or <id> as it is now')
    .option('--note <text>', 'more about it, for people')
    .option('--json', 'one JSON line for each')
    .action(async (statements, options) => {
      const { decide } = await import('./review.js')
      process.exitCode = await decide('VERIFY', statements, withOptionsOf(review, options))
    })
  withExamples(verify, {
    'onrecord review --json --limit 100 | jq -r \'select(.provenance.confidence > 0.95) | "\\(.id)@\\(.version)"\' | xargs onrecord review verify':
      'all of the next hundred that are surest',
  })
  const reject = withTarget(review.command('reject'))
    .description('Say of statements that they are wrong, and why.')
    .argument('<statement...>', 'as `onrecord review` shows them: <id>@<version>, or <id> as it is now')
    .addOption(
      new Option('--reason <reason>', 'why; with `other`, --note says what')
        .choices(REASONS)
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'more about it, for people')
    .option('--json', 'one JSON line for each')
    .action(async (statements, options) => {
      const { decide } = await import('./review.js')
      process.exitCode = await decide('REJECT', statements, withOptionsOf(review, options))
    })
  withExamples(reject, { 'onrecord review reject U3RhdGVtZW50Oj…@1 --reason scare-quote': 'one' })
  withExamples(review, {
    'onrecord review --limit 5': 'the next five',
    'onrecord review verify U3RhdGVtZW50Oj…@1': 'one that is right',
  })
}
