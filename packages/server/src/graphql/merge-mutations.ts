import type { MergeableNoun } from '../record/nouns.js'
import {
  LONGEST_NOTE,
  MOST_ABSORBED,
  readMerge,
  readSplit,
  runMerge,
  runSplit,
} from '../record/write/merge-request.js'
import type { Outcome } from '../record/write/outcome.js'
import type { InputFields } from './builder.js'
import { mutation, type TypeOf } from './mutation.js'

/** Adds `speakerMerge` and `speakerSplit` to the schema, or the same for topics. */
export function mergeMutations(model: MergeableNoun, result: TypeOf<Outcome>): void {
  const noun = model.toLowerCase()
  mutation(`${noun}Merge`, {
    description: `Merges ${noun}s into one: what refers to them refers to it, their names become its aliases, and their ids stand for it for ever. \`${noun}Split\` undoes it.`,
    scope: 'reviewer',
    result,
    inputDescription: `The ${noun} that stays, and those that are merged into it.`,
    inputFields: (t) => ({
      keepId: t.id({ required: true, description: `Global id of the ${noun} that stays.` }),
      keepVersion: t.int({
        required: true,
        description: `The \`version\` of the ${noun} that stays, as you have read it; when it is another one now, the result is ConflictError.`,
      }),
      absorbIds: t.idList({
        required: true,
        description: `Global ids of those that are merged into it, 1 to ${MOST_ABSORBED}.`,
      }),
      note: noteField(t),
    }),
    run: async (input, transact) => {
      const ids = readMerge(model, input)
      return transact((write) => runMerge(write, model, input, ids))
    },
  })
  mutation(`${noun}Split`, {
    description: `Undoes one merge: the ${noun} that was absorbed is there again, with what it brought. What people have changed since stays with the other.`,
    scope: 'reviewer',
    result,
    inputDescription: 'The merge that is undone.',
    inputFields: (t) => ({
      mergeId: t.id({ required: true, description: `The \`id\` of one of the ${noun}'s \`mergedFrom\`.` }),
      expectedVersion: t.int({
        required: true,
        description: `The \`version\` of the ${noun} that has the merge, as you have read it; when it is another one now, the result is ConflictError.`,
      }),
      note: noteField(t),
    }),
    run: async (input, transact) => {
      const id = readSplit(input)
      return transact((write) => runSplit(write, model, id, input))
    },
  })
}

const noteField = (t: InputFields) =>
  t.string({ description: `Why, for people; at most ${LONGEST_NOTE} characters. The history has it.` })
