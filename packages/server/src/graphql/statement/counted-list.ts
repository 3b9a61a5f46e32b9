import type { WholeList } from '@onrecord/pothos-read-plan'
import { asSql } from '../../database/sql.js'
import type { CountedList } from '../../record/statement/counted-statements.js'

/** The list of a connection of statements, as the functions that count take it. */
export const countedList = ({ where, lists, table }: WholeList): CountedList => ({
  ...{ where: where.map(asSql), lists },
  table(rows) {
    const { before, name } = table(rows)
    return { before: asSql(before), name: asSql(name) }
  },
})
