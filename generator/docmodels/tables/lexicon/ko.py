"""Korean."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, INTEGER, NULL, NUMBER, STRING, TIME
from .lexicon import Lexicon, Mark, Part, Role

LEXICON = Lexicon(
    language="ko",
    columns={
        Role.NAME: (
            "필드, 필드명, 필드 이름, 파라미터, 파라미터명, 파라메터, 매개변수, 매개변수명, 매개 변수, 속성, 속성명, 프로퍼티, 항목, 항목명, 이름, 명칭, 키, 변수, "
            "변수명, 인자, 인수, 요소, 컬럼, 헤더, 요청 변수, 요청 변수명, 출력 결과, 응답 필드, 요청 파라미터"
        ),
        Role.TYPE: "타입, 유형, 자료형, 데이터 타입, 데이터타입, 데이터 유형, 형식, 형, 데이터 형식",
        Role.DESCRIPTION: "설명, 내용, 상세, 상세 설명, 비고, 의미, 참고, 기능, 메모, 값 설명",
        Role.REQUIRED: "필수, 필수여부, 필수 여부, 필수/선택, 필수 유무, 필수값, 필수?, 필요 여부",
        Role.OPTIONAL: "선택, 선택 여부, 옵션, 옵션 여부, 생략 가능",
        Role.NULLABLE: "null 허용, null허용, null 가능, null 여부, nullable 여부",
        Role.DEFAULT: "기본값, 기본, 기본 값, 디폴트, 초기값",
        Role.EXAMPLE: "예시, 예, 예제, 샘플, 예시 값, 예시값",
        Role.VALUES: "가능한 값, 허용값, 허용 값, 값 범위, 유효값, 옵션값",
        Role.VALUE: "값, 코드, 숫자, 번호, 코드값",
        Role.MEMBER: "멤버, 상수, 열거형, 상수명",
        Role.ACCESS: "접근, 권한, 읽기/쓰기",
        Role.FOREIGN: "메서드, 메소드, 반환값, 반환 타입, 엔드포인트, 날짜, 변경 내용, 변경 사항, 버전, 해결 방법, 조치, 원인, 에러, 에러 코드, 오류 코드, 상태 코드, 제한, url",
    },
    yes="필수, 예, 네, o, ○, 있음, 필요, 참",
    no="선택, 아니오, 아니요, x, ×, 없음, 불필요, 옵션, 거짓, 선택사항",
    maybe="조건부, 조건부 필수, 조건부필수, △, 경우에 따라",
    conditions="조건, 경우, 중 하나",
    marks={
        Mark.REQUIRED: "필수, 필수값, 필수 값, 필수 항목, 필수입니다",
        Mark.OPTIONAL: "선택, 선택사항, 선택 사항, 옵션, 생략 가능, 선택값, 선택 항목",
        Mark.CONDITIONAL: "조건부 필수, 조건부",
        Mark.NULLABLE: "null 가능, null 허용, null일 수 있음, nullable",
        Mark.READ_ONLY: "읽기 전용, 읽기전용, 조회 전용",
        Mark.WRITE_ONLY: "쓰기 전용, 쓰기전용",
        Mark.DEPRECATED: "사용 중단, 사용되지 않음, 폐기, 지원 중단, 더 이상 사용되지 않음, 폐기 예정, 사용 중지",
    },
    defaults="기본값은, 기본값:, 기본값 :, 기본값, 디폴트:, 기본:, 기본값=",
    values="가능한 값:, 가능한 값은, 허용 값:, 다음 중 하나:, 다음 중 하나, 값:, 중 하나:, 유효한 값:",
    scalars={
        STRING: "문자열, 문자, 텍스트, 열거형, 식별자, 문자형",
        INTEGER: "정수, 정수형, 타임스탬프, 자연수",
        NUMBER: "숫자, 실수, 소수, 숫자형, 부동소수점, 금액, 실수형",
        BOOLEAN: "불리언, 불린, 논리값, 부울, 참/거짓, 불, 논리형",
        DATE: "날짜, 일자, 날짜형",
        DATETIME: "일시, 날짜시간, 날짜 시간, 날짜 및 시간",
        TIME: "시간, 시각",
        BYTES: "파일, 바이너리, 이진 데이터",
        NULL: "없음, 널",
        ANY: "모든 타입, 임의",
    },
    lists="배열, 리스트, 목록, 컬렉션",
    maps="객체, 오브젝트, 맵, 딕셔너리, 해시, 구조체",
    or_="또는, 혹은",
    of_="의, 형",
    objects="객체, 오브젝트, 타입, 구조체, 리소스, 정보, 모델",
    rest="최대, 예, 형식, 이내, 이하",
    frames="객체, 오브젝트, 구조체, 구조, 필드, 속성, 프로퍼티, 정의, 리소스, 모델, 목록",
    frames_before="객체",
    generic=(
        "파라미터, 매개변수, 요청, 응답, 요청 파라미터, 응답 파라미터, 요청 본문, 응답 본문, 쿼리 파라미터, 쿼리, 경로 파라미터, 경로, 요청 헤더, 헤더, 본문, 바디, "
        "속성, 필드, 프로퍼티, 항목, 인자, 반환값, 결과, 입력, 출력, 요청 변수, 출력 결과, 구조, 응답 필드, 요청 필드, 데이터"
    ),
    parts={
        Part.SENT: "파라미터, 매개변수, 요청, 요청 파라미터, 요청 본문, 쿼리 파라미터, 쿼리, 경로 파라미터, 경로, 요청 헤더, 헤더, 인자, 입력, 요청 변수, 요청 필드, 본문, 바디",
        Part.RECEIVED: "응답, 응답 파라미터, 응답 본문, 응답 필드, 반환값, 결과, 출력, 출력 결과",
        Part.OWN: "속성, 필드, 프로퍼티, 항목, 구조, 스키마, 설정, 옵션",
        Part.PIECE: "데이터, 내용, 목록",
    },
    hollow="형식, 포맷, 예, 예시, 예제, 설명, 상세, 개요, 객체",
    english={
        "Request": "요청",
        "Response": "응답",
        "Params": "파라미터, 매개변수",
        "Request Params": "요청 파라미터, 요청 변수, 요청 필드",
        "Response Params": "응답 파라미터, 응답 필드",
        "Request Body": "요청 본문",
        "Response Body": "응답 본문",
        "Request Headers": "요청 헤더",
        "Headers": "헤더",
        "Query Params": "쿼리 파라미터",
        "Path Params": "경로 파라미터",
        "Query": "쿼리",
        "Path": "경로",
        "Body": "본문, 바디",
        "Arguments": "인자",
        "Result": "결과, 반환값, 출력 결과",
        "Data": "데이터",
        "List": "목록",
        "Flags": "플래그",
        "Enum": "열거형",
        "Types": "종류, 유형, 타입",
        "Status": "상태",
    },
    lookalikes="변경 이력, 변경 내역, 변경사항, 릴리스 노트, 용어, 메서드",
    errors="에러, 오류, 에러 코드, 오류 코드, 상태 코드",
    flags="플래그, 비트필드, 권한, 비트마스크",
    values_of="종류, 유형, 타입, 상태, 값, 열거형, 코드",
)
