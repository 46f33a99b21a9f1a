"""A program that uses the package of docs_in/, for type checkers to read. They must reject the lines that say so."""

# ruff: noqa: B018, F401, I001 - mistakes are the point

from datetime import UTC, date, datetime, timedelta
from typing import Any, assert_type

import generated.models.shared as shared
from generated.models.errors import BuildError
from generated.models.operations import CreateRoomRequest
from generated.models.shared import (
    BilledResource,
    Build,
    CardPaymentMethod,
    ExposedPort,
    Invoice,
    PaymentMethod,
    Process,
    Region,
    Room,
    TransportType,
)
from generated.models.shared import Rooom  # rejected

# Models are made by the names in Python.
port = ExposedPort(host="h", name="n", port=1, transport_type=TransportType.TCP)
request = CreateRoomRequest(region=Region.EU_WEST1, room_id="r", labels={"mode": "ranked"})
request = CreateRoomRequest(room_id="r")  # rejected
request = CreateRoomRequest(region="eu-west-1")  # rejected
request = CreateRoomRequest(region=Region.EU_WEST1, room="r")  # rejected
port = ExposedPort(host="h", name="n", port="1", transport_type=TransportType.TCP)  # rejected

# Fields have the types of the docs.
room = Room.model_validate_json("{}")
assert_type(room.created_at, datetime)
assert_type(room.region, Region)
assert_type(room.labels, dict[str, str] | None)
assert_type(shared.Room.model_validate({}), Room)
room.regoin  # rejected
room.region = "eu-west-1"  # rejected
room.name.upper()  # rejected
_ = shared.Rooom  # rejected

# Aliases stand for what they are made of.
invoice = Invoice.model_validate_json("{}")
method: PaymentMethod | None = invoice.payment_method
if isinstance(method, CardPaymentMethod):
    assert_type(method.brand, str)
resources: list[BilledResource] = []
resources.append(Process.model_validate({}))
resources.append(port)  # rejected

# Models that refer to each other across folders know each other.
build = Build.model_validate_json("{}")
assert_type(build.last_error, BuildError | None)
assert_type(build.based_on, Build | None)

# Dates are dates and times are times, so that one can compute with them.
age: timedelta = datetime.now(tz=UTC) - room.created_at
due: date = invoice.date + timedelta(days=14)
assert_type(room.created_at.date(), date)

# A body for PATCH: what is set is sent, null among it; a constant need not be named.
patch = CreateRoomRequest(region=Region.EU_WEST1, labels=None)
assert_type(patch.model_dump_json(), str)
assert_type(patch.model_dump(mode="json"), dict[str, Any])
card = CardPaymentMethod(brand="b", last4="0042", expires=date(2028, 11, 30))
card = CardPaymentMethod(type="cash", brand="b", last4="0042", expires=date(2028, 11, 30))  # rejected
