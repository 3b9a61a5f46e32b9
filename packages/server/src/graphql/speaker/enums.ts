import { SpeakerKind as Kinds } from '../../generated/prisma/enums.js'
import { builder } from '../builder.js'

export const SpeakerKind = builder.enumType(Kinds, {
  name: 'SpeakerKind',
  description: 'The kinds of speakers: who or what speaks.',
  values: {
    PERSON: { description: 'One person, named or not.' },
    ORGANIZATION: { description: 'An organisation, a government or its seat: "the Treasury", "Tehran".' },
    GROUP: { description: 'Several parties acting together.' },
    UNKNOWN: { description: 'It is not known what the speaker is.' },
  },
})
