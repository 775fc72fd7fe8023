/**
 * What is done with a whole record: packing, merging a backup in, going back to a day, taking people in and out.
 * Loaded when it is needed: once a day, and where the learner asks for it.
 */
(function () {
  "use strict";

  const { recordDatabase: database, recordLog: log, recordSnapshots: snapshots } = Lianxue;
  const WHOLE = ["packs", "events"];
  const PACK = 1000; // events in one text
  const LOOSE = 500; // so many may lie loose

  /** @param {RecordEvent[]} events @returns {string[]} */
  function packsOf(events) {
    const ordered = Lianxue.record.inOrder(events); // so that what is read needs no sorting
    /** @type {string[]} */
    const packs = [];
    for (let start = 0; start < ordered.length; start += PACK) {
      packs.push(Lianxue.recordPack.pack(ordered.slice(start, start + PACK)));
    }
    return packs;
  }

  /** Put the loose ones into packs when they are many; what cannot be read stays where it is. @param {RecordConnection} connection @returns {Promise<boolean>} */
  function pack(connection) {
    return connection.transact("readwrite", ["packs", "events"], async (store) => {
      const events = store("events");
      if (await database.done(events.count()) <= LOOSE) {
        return false;
      }
      const rows = await database.done(events.getAll());
      const whole = rows.filter(Lianxue.record.isEvent);
      packsOf(whole).forEach((text) => store("packs").add(text));
      if (whole.length === rows.length) {
        events.clear();
      } else {
        whole.forEach((event) => events.delete(event.id));
      }
      return true;
    });
  }

  /** In an idle moment. @param {RecordConnection} connection @param {string} date @returns {Promise<boolean>} whether the day has its copy */
  async function run(connection, date) {
    await pack(connection);
    return snapshots.take(connection, date);
  }

  /** Newest first. @param {RecordConnection} connection @returns {Promise<Snapshot[]>} */
  async function list(connection) {
    if (!connection.has("snapshots")) {
      return [];
    }
    const found = await connection.transact("readonly", ["snapshots"], (store) => snapshots.list(store("snapshots")));
    return found.reverse().map(({ date, count }) => ({ date, count }));
  }

  /** Add the events that are not there yet. @param {RecordConnection} connection @param {RecordEvent[]} events @returns {Promise<{added: number}>} */
  function merge(connection, events) {
    return connection.transact("readwrite", WHOLE.concat("facts"), async (store) => {
      const present = Lianxue.record.unpack(await log.readWithin(store)).events;
      const known = new Map(present.map((event) => /** @type {[string, RecordEvent]} */ ([event.id, event])));
      const fresh = Lianxue.record.union([events.filter(Lianxue.record.isEvent)]).filter((event) => {
        const standing = known.get(event.id);
        return !standing || Lianxue.record.standsBefore(event, standing);
      });
      packsOf(fresh).forEach((text) => store("packs").add(text));
      const place = await database.done(store("facts").get("place"));
      if (place && fresh.some((event) => event.device === place.device)) {
        store("facts").delete("place"); // this device's own past came back: its numbers may be taken, go on as another
      }
      return { added: fresh.filter((event) => !known.has(event.id)).length };
    });
  }

  /**
   * Make the record what it was; what it is now is kept as a copy of its own, with what could not be read.
   * @param {RecordConnection} connection @param {string} date of the snapshot @param {string} keepAs @returns {Promise<{count: number}>}
   */
  function restore(connection, date, keepAs) {
    return connection.transact("readwrite", WHOLE.concat("snapshots"), async (store) => {
      const snapshot = await database.done(store("snapshots").get(date));
      const wanted = snapshot && Array.isArray(snapshot.texts) ? Lianxue.record.unpack({ texts: snapshot.texts, unreadable: 0 }) : null;
      if (!wanted || wanted.unreadable > 0 || wanted.events.length !== snapshot.count) {
        throw database.failure("damaged", null);
      }
      const present = await log.readWithin(store);
      const packs = await database.done(store("packs").getAll());
      const loose = await database.done(store("events").getAll());
      const standing = await snapshots.list(store("snapshots"));
      const others = standing.filter((other) => other.date !== date); // the one in use must not be pushed out
      const alike = standing.filter((other) => other.date.indexOf(keepAs) === 0).length; // two within a second
      await snapshots.add(store("snapshots"), others, {
        date: alike > 0 ? keepAs + " (" + (alike + 1) + ")" : keepAs,
        count: Lianxue.record.unpack(present).events.length,
        texts: present.texts,
        unreadable: packs.filter((pack) => typeof pack !== "string").concat(loose.filter((row) => !Lianxue.record.isEvent(row))),
      });
      store("packs").clear();
      store("events").clear();
      packsOf(wanted.events).forEach((text) => store("packs").add(text));
      return { count: wanted.events.length };
    });
  }

  /**
   * @param {People} now @param {PeopleChange} change the same one twice is as good as once
   * @returns {People} what it becomes; throws taken where another has the name, unknown where that person is not there
   */
  function changed(now, change) {
    const others = now.people.filter((person) => person.id !== change.id);
    const isThere = others.length < now.people.length;
    if (change.kind === "remove" && change.id !== "") {
      return { current: now.current === change.id ? "" : now.current, people: others };
    }
    if (change.kind === "remove" || (change.kind !== "add" && !isThere)) {
      throw database.failure("unknown", null);
    }
    if (change.kind === "choose") {
      return { current: change.id, people: now.people };
    }
    if (others.some((person) => person.name === change.name)) {
      throw database.failure("taken", null);
    }
    const named = { id: change.id, name: change.name };
    const people = isThere ? now.people.map((person) => (person.id === change.id ? named : person)) : now.people.concat(named);
    return { current: now.current, people };
  }

  /**
   * Read, changed and written in one transaction: two tabs do not undo each other. Who is taken out loses the database.
   * @param {RecordConnection} first @param {PeopleChange} change @param {(stored: any) => People} check
   * @param {(person: string) => string} nameOf @returns {Promise<void>}
   */
  async function changePeople(first, change, check, nameOf) {
    await first.transact("readwrite", ["facts"], async (store) => {
      const facts = store("facts");
      const now = check(await database.done(facts.get("people")));
      await database.done(facts.put(changed(now, change), "people"));
    });
    if (change.kind === "remove") {
      await database.remove(nameOf(change.id));
    }
  }

  Lianxue.recordUpkeep = { run, snapshots: list, merge, restore, changePeople };
})();
