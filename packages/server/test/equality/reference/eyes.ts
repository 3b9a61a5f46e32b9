import type { Row, Store } from './store.js'

/** Which statements a caller sees: reviewed ones, those that nobody has rejected, or all. */
export type Sight = 'PUBLIC' | 'PROPOSALS' | 'EVERYTHING'

/** The noun of each entity type. */
export const NOUN_OF: Record<string, string> = {
  ...{ ARTICLE: 'Article', SPEAKER: 'Speaker', STATEMENT: 'Statement', TOPIC: 'Topic', EVENT: 'Event' },
  ...{ PLACE: 'Place', DOCUMENT: 'Document', UTTERANCE: 'Utterance', SITE: 'Site' },
  ...{ STATEMENT_NOTE: 'StatementNote', ARTICLE_CLAIM: 'ArticleClaim' },
}

/** Whether statements with a review status are shown. */
export const isShownStatus = (sight: Sight, status: string): boolean =>
  sight === 'EVERYTHING' ||
  (sight === 'PROPOSALS' ? status !== 'REJECTED' : ['VERIFIED', 'RETRACTED'].includes(status))

/** What a caller sees, rule by rule. A topic makes those above it public, through four levels. */
export class Eyes {
  readonly #known = new Map<string, boolean>()
  readonly #store: Store
  readonly sight: Sight
  readonly #seesKeys: boolean

  constructor(store: Store, sight: Sight, seesKeys: boolean) {
    this.#store = store
    this.sight = sight
    this.#seesKeys = seesKeys
  }

  /** Whether a row is shown. `bin`: to somebody who asks for what is in the bin, too. */
  sees(noun: string, row: Row, bin = false): boolean {
    const key = `${noun} ${row.id} ${bin}`
    const known = this.#known.get(key) ?? this.#rule(noun, row, bin)
    this.#known.set(key, known)
    return known
  }

  /** Whether a revision of an object that the caller sees is shown. */
  seesRevision({ type, entityId, version }: Row): boolean {
    if (type !== 'STATEMENT') return true
    const reviews = this.#store
      .where('Revision', 'entityId', entityId)
      .filter((row) => row.version <= version)
      .toSorted((a, b) => b.version - a.version)
      .flatMap((row) => row.changes)
      .filter(({ field }) => field === 'reviewStatus')
    return isShownStatus(this.sight, reviews[0]?.after ?? 'PROPOSED')
  }

  #rule(noun: string, row: Row, bin: boolean): boolean {
    if (noun === 'Alert') return false
    if (noun === 'ApiKey' || noun.startsWith('Webhook')) return this.#seesKeys
    if (noun === 'Article') return bin || row.deletedAt === null
    if (noun === 'ArticleText') return bin || this.#isOut(row.articleId)
    if (noun === 'Statement') {
      return (
        isShownStatus(this.sight, row.reviewStatus) &&
        (bin || (row.deletedAt === null && this.#isOut(row.articleId)))
      )
    }
    if (noun === 'Merge') return row.undoneAt === null && this.#seesObject(row.type, row.keptId)
    if (noun === 'Revision') return this.#seesObject(row.type, row.entityId) && this.seesRevision(row)
    if (noun === 'StatementNote' || noun === 'ArticleClaim') return this.sight === 'EVERYTHING'
    if (noun === 'Change') return this.#seesChange(row)
    if (row.mergedIntoId) return false
    return this.sight === 'EVERYTHING' || this.#isPublic(noun, row)
  }

  /** Whether a status that an object had was one in which the caller saw it. */
  saw(status: string | null): boolean {
    return status !== null && isShownStatus(this.sight, status)
  }

  /** Of statements and articles, who saw the object before or after; of others, who sees what it is now. */
  #seesChange({ type, entityId, shownBefore, shownAfter }: Row): boolean {
    if (this.sight === 'EVERYTHING') return true
    if (type === 'STATEMENT' || type === 'ARTICLE') return this.saw(shownBefore) || this.saw(shownAfter)
    return this.#seesObject(type, this.#store.kept(NOUN_OF[type] ?? '', entityId))
  }

  #isPublic(noun: string, row: Row): boolean {
    switch (noun) {
      case 'Site':
        return this.#some('Article', 'siteId', row.id, ({ deletedAt }) => deletedAt === null)
      case 'StatementThread':
        return this.#ofStatement('threadId', row.id)
      case 'Utterance':
        return this.#ofStatement('utteranceId', row.id)
      case 'Event':
        return this.#ofStatement('eventId', row.id)
      case 'Topic':
        return this.#isRaised(row.id, 4)
      case 'Place':
        return (
          this.#ofStatement('placeId', row.id) ||
          this.#some('Event', 'placeId', row.id, (event) => this.sees('Event', event)) ||
          this.#some('Affiliation', 'placeId', row.id, ({ speakerId }) => this.#isNamed(speakerId))
        )
      case 'Document':
        return (
          this.#some('Reference', 'documentId', row.id, (one) => this.#isCited(one)) ||
          this.#some('Utterance', 'primarySourceId', row.id, ({ id }) => this.#ofStatement('utteranceId', id))
        )
      case 'Speaker':
        return this.#isPublicSpeaker(row.id)
    }
    throw new Error(`there is no rule of who sees a ${noun}`)
  }

  #isPublicSpeaker(id: string): boolean {
    const { get } = { get: (table: string, of: string) => this.#store.get(table, of) }
    return (
      this.#isNamed(id) ||
      this.#some('Byline', 'speakerId', id, ({ articleId }) => this.#isOut(articleId)) ||
      this.#some('EventParticipant', 'speakerId', id, (row) =>
        this.sees('Event', get('Event', row.eventId)),
      ) ||
      this.#some('DocumentIssuer', 'speakerId', id, (row) =>
        this.sees('Document', get('Document', row.documentId)),
      ) ||
      this.#some('Affiliation', 'organizationId', id, ({ speakerId }) => this.#isNamed(speakerId)) ||
      this.#some('SpeakerMember', 'memberId', id, ({ groupId }) => this.#isNamed(groupId))
    )
  }

  /** Whether a speaker has a statement that is shown, or is mentioned in one. */
  #isNamed(speakerId: string): boolean {
    return ['Attribution', 'StatementMention'].some((table) =>
      this.#some(table, 'speakerId', speakerId, ({ statementId }) => this.seesStatement(statementId)),
    )
  }

  seesStatement(id: string): boolean {
    return this.sees('Statement', this.#store.get('Statement', id))
  }

  /** Whether a speaker speaks in an article in a statement that is shown. */
  hears(speakerId: string, articleId: string): boolean {
    if (this.sight === 'EVERYTHING') return true
    return this.#some('Attribution', 'speakerId', speakerId, ({ statementId }) => {
      const statement = this.#store.get('Statement', statementId)
      return statement.articleId === articleId && this.sees('Statement', statement)
    })
  }

  #isRaised(topicId: string, levels: number): boolean {
    return (
      this.#some('ArticleTopic', 'topicId', topicId, ({ articleId }) => this.#isOut(articleId)) ||
      this.#some('StatementTopic', 'topicId', topicId, ({ statementId }) =>
        this.seesStatement(statementId),
      ) ||
      (levels > 0 && this.#some('Topic', 'parentId', topicId, ({ id }) => this.#isRaised(id, levels - 1)))
    )
  }

  #isCited({ articleId, statementId }: Row): boolean {
    return this.#isOut(articleId) && (statementId === null || this.seesStatement(statementId))
  }

  /** Whether an article is out of the bin. */
  #isOut(articleId: string): boolean {
    return this.#store.get('Article', articleId).deletedAt === null
  }

  #ofStatement(column: string, id: string): boolean {
    return this.#some('Statement', column, id, (row) => this.sees('Statement', row))
  }

  #seesObject(type: string, id: string): boolean {
    const row = this.#store.get(NOUN_OF[type] ?? '', id)
    return row !== null && this.sees(NOUN_OF[type] ?? '', row)
  }

  #some(table: string, column: string, value: string, holds: (row: Row) => boolean): boolean {
    return this.#store.where(table, column, value).some(holds)
  }
}
