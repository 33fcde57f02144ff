/**
 * Lets a query that names one partition look at the rows of that partition alone, as the service does. Azurite goes through all rows of
 * the table for every query, so what it costs there says nothing of what it costs in Azure, and grows with what has nothing to do with it.
 *
 * The database beneath Azurite has indexes of its own, but orders keys that look like numbers as numbers and others as text, which is no
 * order once both are there: rows would be missed. So partitions are kept beside it.
 */
export function seekPartitions(store) {
  const partitionsOf = new WeakMap();
  const query = store.queryTableEntities;

  store.queryTableEntities = function queryTableEntities(context, account, table, options, ...position) {
    const partition = onlyPartition(options.filter);
    if (partition === undefined) {
      return query.call(this, context, account, table, options, ...position);
    }

    // What Azurite asks of a collection here is a chain of steps over its rows: it gets one over fewer.
    const seeking = Object.create(this, {
      getEntityCollection: {
        value: (...which) => ({ chain: () => chain(rowsOf(this.getEntityCollection(...which), partition)) }),
      },
    });
    return query.call(seeking, context, account, table, options, ...position);
  };

  function rowsOf(collection, partition) {
    if (!partitionsOf.has(collection)) {
      partitionsOf.set(collection, follow(collection));
    }

    return [...(partitionsOf.get(collection).get(partition)?.values() ?? [])];
  }
}

/** The rows of a collection by partition and number, from now on. */
function follow(collection) {
  const partitions = new Map();
  const keep = (row) => {
    if (!partitions.has(row.PartitionKey)) {
      partitions.set(row.PartitionKey, new Map());
    }

    partitions.get(row.PartitionKey).set(row.$loki, row);
  };
  collection.data.forEach(keep);
  collection.on("insert", keep);
  collection.on("update", keep);
  collection.on("delete", (row) => partitions.get(row.PartitionKey)?.delete(row.$loki));
  return partitions;
}

function chain(rows) {
  return {
    where: (test) => chain(rows.filter(test)),
    sort: (compare) => chain(rows.sort(compare)),
    limit: (count) => chain(rows.slice(0, count)),
    data: () => rows,
  };
}

/** The partition that every row must be of that passes the filter; undefined when the filter is not plainly so. */
function onlyPartition(filter) {
  const [, bare, inBrackets, rest] = /^(?:PartitionKey eq '((?:[^']|'')*)'|\(PartitionKey eq '((?:[^']|'')*)'\))( and .*)?$/s.exec(filter ?? "") ?? [];
  const text = bare ?? inBrackets;
  return text === undefined || / or /i.test(outside(rest ?? "")) ? undefined : text.replaceAll("''", "'");
}

/** A filter without its texts and without what is in brackets. */
function outside(filter) {
  let left = filter.replace(/'(?:[^']|'')*'/g, "");
  for (let before; before !== left; ) {
    before = left;
    left = left.replace(/\([^()]*\)/g, "");
  }

  return left;
}
