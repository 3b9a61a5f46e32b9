import { type Command, Option } from 'commander'
import { count, withExamples, withTarget } from './options.js'

const STATES = ['pending', 'delivered', 'failed', 'discarded']

/** Adds `onrecord webhooks` and its subcommands. */
export function addWebhooks(program: Command): void {
  const webhooks = program
    .command('webhooks')
    .description(
      'Make, test, rotate and remove webhooks, which are sent what changes; see their deliveries. Needs an admin key, or the database itself.',
    )
  addCreate(webhooks)
  const list = withTarget(webhooks.command('list'))
    .description('List the webhooks, newest first: id, state, events, address.')
    .option('--json', 'one JSON line for each')
    .action(async (options) => (await import('./webhooks.js')).listWebhooks(options))
  withExamples(list, {
    'onrecord webhooks list --json | jq -r "select(.disabledAt) | .url"': 'those that are sent nothing',
  })
  addOnOne(
    webhooks,
    'test',
    'Send a webhook the event webhook.test: a running server does so within seconds.',
  )
  addOnOne(
    webhooks,
    'rotate',
    'Give a webhook a new secret, and print it: the only time that it is shown. For 24 hours the one before signs, too.',
  )
  addOnOne(webhooks, 'remove', 'Remove a webhook, and all that waits for it.')
  const deliveries = withTarget(webhooks.command('deliveries'))
    .description('List what was sent to a webhook and what waits, newest first: state, tries, event, error.')
    .argument('<id>', 'id of the webhook, as `onrecord webhooks list` shows it')
    .addOption(new Option('--status <status...>', 'only those in one of these states').choices(STATES))
    .addOption(new Option('--limit <n>', 'most deliveries to show').argParser(count).default(20))
    .option('--json', 'one JSON line for each')
    .action(async (id, options) => (await import('./webhooks.js')).listDeliveries(id, options))
  withExamples(deliveries, { 'onrecord webhooks deliveries V2ViaG9… --status failed': 'what was given up' })
  withExamples(webhooks, {
    'onrecord webhooks create https://example.org/hooks --event statement.created': 'tell of new statements',
    'onrecord webhooks list': 'which there are',
    'onrecord webhooks test V2ViaG9…': 'see whether it arrives',
  })
}

function addCreate(webhooks: Command): void {
  const create = withTarget(webhooks.command('create'))
    .description('Make a webhook and print its secret: the only time that it is shown.')
    .argument('<address>', 'where to send to, by POST: public, and https')
    .requiredOption(
      '--event <event...>',
      "what is sent: statement.created, 'article.*' for all of a type, '*' for all",
    )
    .option('--description <text>', 'what it is for')
    .option('--json', 'one JSON object: the secret and the webhook')
    .action(async (url, { event: events, description, ...options }) =>
      (await import('./webhooks.js')).createWebhook({ url, events, description }, options),
    )
  withExamples(create, {
    'onrecord webhooks create https://example.org/hooks --event statement.created statement.reviewed':
      'two events',
  })
}

function addOnOne(webhooks: Command, name: 'test' | 'rotate' | 'remove', description: string): void {
  withTarget(webhooks.command(name))
    .description(description)
    .argument('<id>', 'id of the webhook, as `onrecord webhooks list` shows it')
    .option('--json', 'one JSON object')
    .action(async (id, options) => {
      process.exitCode = await (await import('./webhooks.js')).onWebhook(name, id, options)
    })
}
