import type { Transaction } from '../../database/database.js'
import type { WebhookDisabledReason } from '../../generated/prisma/enums.js'

/** Disables a webhook that is not disabled yet. What waits for it is sent when somebody enables it again. */
export async function disableWebhook(
  { webhook }: Pick<Transaction, 'webhook'>,
  id: string,
  disabledReason: WebhookDisabledReason,
): Promise<void> {
  await webhook.updateMany({
    where: { id, disabledAt: null },
    data: { disabledAt: new Date(), disabledReason },
  })
}
