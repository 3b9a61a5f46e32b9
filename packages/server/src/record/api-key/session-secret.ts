import { randomBytes } from 'node:crypto'
import type { PrismaClient } from '../../generated/prisma/client.js'

/** The secret of a record's sessions, 32 bytes. The first process that asks makes it; it stays when they restart. */
export async function sessionSecret({ sessionSecret: table }: PrismaClient): Promise<Uint8Array> {
  await table.createMany({ data: [{ secret: randomBytes(32) }], skipDuplicates: true })
  const { secret } = await table.findUniqueOrThrow({ where: { id: 1 } })
  return secret
}
