import { topicEntries } from '../../../languages/topic-entries.js'

export const TOPICS = topicEntries(`
politics | Politiek | | partijpolitiek
elections | Verkiezingen | politics | verkiezing, kiezers, stemmen
transport | Vervoer | | veerboot, veerdienst, haven
`)
