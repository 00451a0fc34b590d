import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type TextListing = Outputs['texts']['list'];
export type Room = Outputs['texts']['byId'];
export type Words = NonNullable<Room['words']>;
export type PlacedParagraph = Words['paragraphs'][number];
export type PartView = PlacedParagraph['parts'][number];
export type BracketView = Extract<PartView, { bracket: string }>;
export type Change = NonNullable<Words['changes']>['paragraphs'][number];
export type Beside = NonNullable<Room['beside']>;
export type Standing = Beside['standings'][string]['standing'];
export type Compilation = Outputs['texts']['amendments'];
export type Amendment = Compilation['groups'][number]['amendments'][number];
export type Version = Outputs['texts']['versions'][number];
