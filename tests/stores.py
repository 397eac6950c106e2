"""A store like S3, served on this machine, in which a test may step in at every write."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import s3fs
from flask import request
from moto.moto_api._internal import moto_api_backend
from moto.s3.models import S3Backend
from moto.server import ThreadedMotoServer

BUCKET = "kunta"
Written = Callable[[str, int], None]
"""Told of a key that has just been written, and of the writer's port, before he is answered."""


@contextmanager
def served(written: list[Written]) -> Iterator[Any]:
    """Serve a bucket; give the store as fsspec sees it, here and in processes started meanwhile."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    put = S3Backend.put_object

    def told(self: Any, bucket_name: str, key_name: str, *words: Any, **more: Any) -> Any:
        made = put(self, bucket_name, key_name, *words, **more)
        for one in written:
            one(key_name, request.environ["REMOTE_PORT"])
        return made

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    reached = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "avain",
        "AWS_SECRET_ACCESS_KEY": "salaisuus",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    with patch.dict(os.environ, reached), patch.object(S3Backend, "put_object", told):
        s3fs.S3FileSystem.clear_instance_cache()
        store = s3fs.S3FileSystem()
        store.mkdir(BUCKET)
        try:
            yield store
        finally:
            s3fs.S3FileSystem.clear_instance_cache()
            server.stop()
            moto_api_backend.reset()
