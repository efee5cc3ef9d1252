# The store as a whole: backed up, restored, moved (for whoever runs this program)
store-backed-up = Backed up { $entries } entries to { $file }, still sealed; keep the key (DATA_KEY or data.key) somewhere else: without it nothing opens
store-restored = Restored { $entries } entries (backed up at { $at }) and compared each of them
store-restored-paused = Paused, because they were being sent when the backup was made: { $ids }. What left afterwards is not known here; look at broadcast status, then resume or cancel
store-copied = Both stores are the same, { $entries } entries, each compared ({ $put } written and { $removed } removed by this run)
store-copied-but = Copied { $entries } entries, but { $differing } changed meanwhile: stop the server and run this again
store-copied-in-use = A server is running on the old store. Before you switch, stop it and run this once more for what has changed since
store-down = the store does not answer: check its address, its password, redis or rediss, and that it runs
store-fault =
    .not-empty = that store is not empty; add --force if it is to be emptied
    .in-use = a server is running on that store; stop it first (one that was killed is forgotten after ten seconds)
    .unfinished = this store was restored or copied only in part; run that once more first
    .not-a-backup = this is no backup of this program
    .later-version = this backup comes from a later version; upgrade first
    .broken = the backup is incomplete or was changed; nothing was written
    .other-key = DATA_KEY: the backup was made with another key; give that one (of an embedded store it lies in data.key)
    .differs = what was written reads back differently; the store may be faulty, check it and run this again

# A new key
keys-single = DATA_KEY holds one key only. Put a new one in front (new,old; openssl rand -base64 32 makes one), restart the server, and run this again
keys-rotated = Sealed { $sealed } entries with the first key and moved { $people } people. Once every server has been restarted with this DATA_KEY, the keys after the first can be dropped
keys-renewed = A new key is in use (in data.key): { $sealed } entries sealed anew, { $people } people moved. The old key is gone and no restart is needed; keep a copy of the new data.key somewhere else
keys-still-used = Sealed { $sealed } entries anew, but some program still writes with an older key. Drop none yet: see that every server was restarted with the new DATA_KEY, then run this again
