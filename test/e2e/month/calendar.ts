import { chargebeeFaults } from '../../sandbox/chargebee';
import { inforFaults } from '../../sandbox/infor';
import type { World } from '../world';
import type { Work } from './work';

/** What an entry may touch. */
export interface Office {
	world: World;
	work: Work;
	/** Milliseconds since the epoch, of the systems. */
	now: () => number;
	/** Puts another Chargebee key into n8n's credential. */
	enterChargebeeKey: (key: string) => Promise<void>;
	/** Puts the file of the next app into n8n's credential. */
	enterNextIonApi: (file: Record<string, string>) => Promise<void>;
}

export interface Entry {
	/** 1 is the day of the first load. */
	day: number;
	hour: number;
	what: string;
	happens: (office: Office) => void | Promise<void>;
	/** Until the entry that ends it, runs may fail. */
	trouble?: 'begins' | 'ends';
}

export const DAYS = 30;
const NEW_KEY = 'test_sandbox_key_after_rotation';
const ALWAYS = { times: 1_000_000 };

const every = (from: number, happens: (day: number) => Omit<Entry, 'day'>): Entry[] =>
	Array.from({ length: DAYS - from }, (_, index) => from + index).map((day) => ({
		day,
		...happens(day),
	}));

const on = (days: readonly number[], entry: Omit<Entry, 'day'>): Entry[] =>
	days.map((day) => ({ day, ...entry }));

/** A month: daily work, twenty conflicts one after the other, what goes wrong, and who puts it right. */
export const CALENDAR: readonly Entry[] = [
	...every(2, (day) => ({
		hour: 8,
		what: 'a customer is entered, one is renamed, one moves',
		happens: ({ work }) => {
			work.enter();
			work.rename(30 + day, `Renamed on day ${String(day)}`);
			work.move(70 + day, `New Street ${String(day)}`);
		},
	})),
	...on([2], {
		hour: 9,
		what: 'finance corrects what was refused on the first day',
		happens: ({ work }) => work.correctOddities(),
	}),
	...on([3, 4, 9, 11, 16, 22, 26], {
		hour: 9,
		what: 'a customer is there twice in Chargebee',
		happens: ({ work }) => work.enterTwiceInChargebee(),
	}),
	...on([4, 8, 14, 17, 21, 24], {
		hour: 10,
		what: 'a customer is entered a second time in CloudSuite',
		happens: ({ work }) => work.enterTwiceInCloudSuite(),
	}),
	...on([10, 23], {
		hour: 10,
		what: 'two customers of CloudSuite are one in Chargebee',
		happens: ({ work }) => work.enterTwins(),
	}),
	...[130, 150, 170, 190].map((position, index): Entry => ({
		day: 7 + index * 5,
		hour: 11,
		what: 'somebody deletes a customer in Chargebee',
		happens: ({ work }) => work.deleteInChargebee(position),
	})),
	...on([6, 13, 18, 25, 28], {
		hour: 14,
		what: 'somebody edits customers and prices in Chargebee',
		happens: ({ work, world }) => work.editInChargebee(world.chargebee.history.length % 50, 3),
	}),
	...on([12], {
		hour: 7,
		what: 'a customer is put out of use',
		happens: ({ work }) => work.deactivate(45),
	}),
	...on([15], {
		hour: 7,
		what: 'the quarterly release: forty new items, new prices for a third of the others',
		happens: ({ work, now }) => work.releaseItems(40, now()),
	}),
	...outages(),
	...rotations(),
].sort((a, b) => a.day * 24 + a.hour - (b.day * 24 + b.hour));

function outages(): Entry[] {
	return [
		{
			...{ day: 5, hour: 0, what: 'Chargebee is down for a day', trouble: 'begins' },
			happens: ({ world }) =>
				world.chargebee.faults.add(chargebeeFaults.serverError({ status: 503, ...ALWAYS })),
		},
		{
			...{ day: 6, hour: 0, what: 'Chargebee is back', trouble: 'ends' },
			happens: ({ world }) => world.chargebee.faults.clear(),
		},
		{
			...{ day: 9, hour: 0, what: 'Chargebee asks for a pause now and then' },
			happens: ({ world }) =>
				world.chargebee.faults.add(
					chargebeeFaults.tooManyRequests({ retryAfter: 1, after: 2, times: 3 }),
				),
		},
		{
			...{ day: 11, hour: 0, what: 'the gateway of Infor gives up on LN', trouble: 'begins' },
			happens: ({ world }) => world.infor.faults.add(inforFaults.gatewayTimeout(ALWAYS)),
		},
		{
			...{ day: 12, hour: 0, what: 'LN answers again', trouble: 'ends' },
			happens: ({ world }) => world.infor.faults.clear(),
		},
		{
			...{ day: 17, hour: 0, what: 'Infor ends all tokens' },
			happens: ({ world }) => world.infor.tokens.revokeAll(),
		},
	];
}

function rotations(): Entry[] {
	return [
		{
			...{ day: 19, hour: 0, what: 'the Chargebee key is replaced', trouble: 'begins' },
			happens: ({ world }) => world.chargebee.replaceKey(NEW_KEY),
		},
		{
			// after a night, in which the alerts looked
			...{ day: 21, hour: 0, what: 'somebody enters the new key in n8n', trouble: 'ends' },
			happens: async ({ enterChargebeeKey }) => await enterChargebeeKey(NEW_KEY),
		},
		{
			...{ day: 23, hour: 0, what: 'the next .ionapi file is entered beside the one in use' },
			happens: async ({ world, enterNextIonApi }) => await enterNextIonApi(world.infor.nextIonApi),
		},
		{
			...{ day: 25, hour: 0, what: 'the old app is deleted in Infor' },
			happens: ({ world }) => world.infor.refuseKeys('current', 'client'),
		},
	];
}
