import type { Draft } from './draft.js'

const [WEBHOOKS, DELIVERIES] = [3, 30]

/** Adds webhooks, and deliveries in all states. Nothing is sent: the webhooks are disabled. */
export function addWebhooks(draft: Draft): void {
  const { choices } = draft
  for (let n = 0; n < WEBHOOKS; n++) {
    draft.add('Webhook', {
      ...{ id: draft.id(), url: `https://receiver${n}.example/hooks`, secret: `whsec_${n}`, cursor: 0n },
      ...{ description: draft.maybe(50, () => 'For the desk.'), events: choices.pick([['*'], ['topic.*']]) },
      ...{ createdAt: draft.instant(), createdBy: 'Mara', disabledAt: draft.instant() },
      ...{
        disabledReason: choices.pick(['REQUESTED', 'GONE']),
        failingSince: draft.maybe(50, () => draft.instant()),
      },
      ...(choices.chance(50) ? { statementFilter: { kinds: ['DIRECT'], includeSubtopics: true } } : {}),
    })
  }
  for (let n = 0; n < DELIVERIES; n++) {
    const status = choices.pick(['PENDING', 'DELIVERED', 'FAILED', 'DISCARDED'])
    const isTest = choices.chance(20)
    draft.add('WebhookDelivery', {
      ...{ id: draft.id(), webhookId: choices.pick(draft.rows('Webhook')).id, status },
      ...{
        event: isTest ? 'webhook.test' : 'topic.created',
        at: draft.instant(),
        createdAt: draft.instant(),
      },
      ...{ type: isTest ? null : 'TOPIC', entityId: isTest ? null : choices.pick(draft.rows('Topic')).id },
      ...{ attempts: choices.below(4), lastStatus: draft.maybe(50, () => choices.pick([200, 503])) },
      ...{ lastError: draft.maybe(50, () => 'the status is 503') },
      ...{ lastAttemptAt: draft.maybe(50, () => draft.instant()) },
      ...{ nextAttemptAt: draft.maybe(50, () => draft.instant()) },
      finishedAt: status === 'PENDING' ? null : draft.instant(),
    })
  }
}
