/** The kinds of aggregates of the context, as stores keep them, and their names. */
import type { PersonId, TenantId } from "../kernel/identity.ts"
import type { AggregateId, AggregateType } from "../kernel/ports.ts"
import { activityMachine } from "./activity/decider.ts"
import type { ActivityEvent } from "./activity/events.ts"
import type { ActivityId } from "./activity/model.ts"
import type { Activity } from "./activity/state.ts"
import { competenceMachine } from "./competence/decider.ts"
import type { CompetenceEvent, GenerationEvent } from "./competence/events.ts"
import {
  type CompetenceGeneration,
  type CompetenceSheet,
  generationAfter,
} from "./competence/state.ts"
import { competences, competentAgents } from "./competence/views.ts"
import { entryMachine } from "./competence-entry/decider.ts"
import type { EntryEvent } from "./competence-entry/events.ts"
import { entryKey, type EntryName } from "./competence-entry/model.ts"
import type { CompetenceEntry } from "./competence-entry/state.ts"
import { competenceEntries } from "./competence-entry/views.ts"
import { unavailabilityMachine } from "./unavailability/decider.ts"
import type { SourceEvent, UnavailabilityEvent } from "./unavailability/events.ts"
import {
  type ImportSource,
  originCode,
  unavailabilityKey,
  type UnavailabilityName,
} from "./unavailability/model.ts"
import type { SourceHistory, Unavailability } from "./unavailability/state.ts"
import { unavailabilities } from "./unavailability/views.ts"

/** An activity of an academy's service; its key is its name. */
export const activityType: AggregateType<Activity, ActivityEvent> = {
  kind: "exam-activity",
  initial: activityMachine.initial,
  eventVersion: 1,
  views: [],
  evolve: activityMachine.evolve,
  upgrade: (event) => event as ActivityEvent,
}

/** Names an activity of an academy. */
export const activityRef = (
  tenant: TenantId,
  activity: ActivityId,
): AggregateId<Activity, ActivityEvent> => ({ tenant, type: activityType, key: activity })

/** One period of unavailability; its key is the person, the origin and the period, so unique. */
export const unavailabilityType: AggregateType<Unavailability, UnavailabilityEvent> = {
  kind: "exam-unavailability",
  initial: unavailabilityMachine.initial,
  eventVersion: 1,
  views: [unavailabilities],
  evolve: unavailabilityMachine.evolve,
  upgrade: (event) => event as UnavailabilityEvent,
}

/** Names a period of unavailability. */
export const unavailabilityRef = (
  tenant: TenantId,
  name: UnavailabilityName,
): AggregateId<Unavailability, UnavailabilityEvent> => ({
  tenant,
  type: unavailabilityType,
  key: unavailabilityKey(name),
})

/** What is kept of a source of periods besides the periods; its key is the code of the source. */
export const unavailabilitySourceType: AggregateType<SourceHistory, SourceEvent> = {
  kind: "exam-unavailability-source",
  initial: { _tag: "none" },
  eventVersion: 1,
  views: [],
  evolve: (_state, last) => ({ _tag: "refreshed", last }),
  upgrade: (event) => event as SourceEvent,
}

/** Names a source of periods. */
export const unavailabilitySourceRef = (
  tenant: TenantId,
  source: ImportSource,
): AggregateId<SourceHistory, SourceEvent> => ({
  tenant,
  type: unavailabilitySourceType,
  key: originCode(source),
})

/** The competences of one agent; its key is his id. */
export const competenceSheetType: AggregateType<CompetenceSheet, CompetenceEvent> = {
  kind: "exam-competences",
  initial: competenceMachine.initial,
  eventVersion: 1,
  views: [competences, competentAgents],
  evolve: competenceMachine.evolve,
  upgrade: (event) => event as CompetenceEvent,
}

/** Names the competences of an agent. */
export const competenceSheetRef = (
  tenant: TenantId,
  agent: PersonId,
): AggregateId<CompetenceSheet, CompetenceEvent> => ({
  tenant,
  type: competenceSheetType,
  key: agent,
})

/** The generation of the competences of an academy, of which there is one. */
export const competenceGenerationType: AggregateType<CompetenceGeneration, GenerationEvent> = {
  kind: "exam-competence-generation",
  initial: { _tag: "idle" },
  eventVersion: 1,
  views: [],
  evolve: (_state, last) => generationAfter(last),
  upgrade: (event) => event as GenerationEvent,
}

/** Names the generation of the competences of an academy. */
export const competenceGenerationRef = (
  tenant: TenantId,
): AggregateId<CompetenceGeneration, GenerationEvent> => ({
  tenant,
  type: competenceGenerationType,
  key: "academy",
})

/** The entry window of a school in a school year; its key is both, so unique. */
export const competenceEntryType: AggregateType<CompetenceEntry, EntryEvent> = {
  kind: "exam-competence-entry",
  initial: entryMachine.initial,
  eventVersion: 1,
  views: [competenceEntries],
  evolve: entryMachine.evolve,
  upgrade: (event) => event as EntryEvent,
}

/** Names the entry window of a school in a school year. */
export const competenceEntryRef = (
  tenant: TenantId,
  name: EntryName,
): AggregateId<CompetenceEntry, EntryEvent> => ({
  tenant,
  type: competenceEntryType,
  key: entryKey(name),
})
