import type { Agent } from '../cite/linked-data.js'
import type { Named } from '../record/shown.js'
import { pathOf } from '../text/handle.js'

/** Speakers with the addresses of their pages. */
export const agentsOf = (speakers: readonly (Named & { kind: string })[], baseUrl: string): Agent[] =>
  speakers.map((speaker) => ({
    ...{ name: speaker.name, kind: speaker.kind },
    url: baseUrl + pathOf('speakers', speaker),
  }))
