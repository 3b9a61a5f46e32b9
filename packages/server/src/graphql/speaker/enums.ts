import { SpeakerKind as Kinds } from '../../generated/prisma/enums.js'
import { builder } from '../builder.js'

export const SpeakerKind = builder.enumType(Kinds, {
  name: 'SpeakerKind',
  description: 'What a speaker is.',
  values: {
    PERSON: { description: 'A person.' },
    ORGANIZATION: { description: 'An organisation, a government or its seat: "the Treasury", "Tehran".' },
    GROUP: { description: 'Several parties acting together.' },
    UNKNOWN: { description: 'Not known.' },
  },
})
